package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.Manifest;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;

/** Makes manifests of parts of the log. */
final class Manifests {

    private Manifests() {}

    static Manifest of(Scope scope, Segment part) {
        String previous = part.first() == 1 ? ChainEntry.GENESIS : hash(scope, part.first() - 1);
        if (part.isEmpty()) {
            return Manifest.of(scope.account(), part.first(), part.last(), previous, null, previous);
        }
        return Manifest.of(
                scope.account(),
                part.first(),
                part.last(),
                previous,
                hash(scope, part.first()),
                hash(scope, part.last()));
    }

    private static String hash(Scope scope, long sequence) {
        return EntryTable.hash(scope, sequence)
                .orElseThrow(() -> Refusal.conflict(
                        "broken-log", "Entry " + sequence + " is missing; see GET /v1/audit/integrity."));
    }
}
