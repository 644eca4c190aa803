package com.klinity.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * What was added after the signature.
 *
 * @param contentHash see {@link ContentHash}
 */
record Addendum(UUID id, String text, Instant addedAt, String contentHash) {}
