package com.klinity.documents;

import java.time.Instant;

/** A version in a list. */
record VersionSummary(long version, String title, Instant createdAt) {}
