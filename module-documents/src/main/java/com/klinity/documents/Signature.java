package com.klinity.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * What locks a document.
 *
 * @param signedBy    the account
 * @param contentHash see {@link ContentHash}
 */
record Signature(Instant signedAt, UUID signedBy, String contentHash) {}
