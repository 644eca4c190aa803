package com.klinity.documents;

import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.util.UUID;

/**
 * What locks a document.
 *
 * @param signedBy    the account
 * @param contentHash see {@link ContentHash}
 */
record Signature(Instant signedAt, UUID signedBy, String contentHash) {

    /** Why a document that has one is not changed. */
    static Refusal stands() {
        return Refusal.conflict("signed", "A signed document does not change; add an addendum instead.");
    }
}
