package com.klinity.platform.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of everything an account held. Numbers and kinds, nothing of anybody's content.
 *
 * @param data   in the database, one line a kind of data
 * @param copies outside it, vendors included
 */
record ErasureReport(UUID accountId, Instant deletedAt, List<Rows> data, List<Copy> copies, String notice) {

    static final String NOTICE =
            "What is erased cannot be brought back. The law may oblige a practitioner to keep patient records for"
                + " years (in Brazil 20, Lei 13.787/2018 art. 6): copies taken out before the deletion are all there"
                + " will be.";

    /** Erased now, in the background, or left. */
    enum Outcome {
        /** Removed, and tried again until it is. */
        ERASED,
        /** Stays, for the reason given. */
        KEPT
    }

    /**
     * One kind of data.
     *
     * @param rows how many rows there were at the time of the deletion
     */
    record Rows(
            String feature,
            String name,
            boolean phi,
            Outcome outcome,
            String retention,
            long rows,
            @Nullable String reason) {}

    /** Something outside the database. */
    record Copy(
            String feature,
            String name,
            boolean phi,
            String holder,
            Outcome outcome,
            @Nullable String reason) {}
}
