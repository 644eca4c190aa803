package com.klinity.audit.s3objectlock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long checkpoints are locked: six years at least (45 CFR §164.316(b)(2)(i)), two of which may be leap years.
 *
 * @param clock  what the period is counted from
 * @param period from the moment that a checkpoint is kept
 */
record Retention(InstantSource clock, Duration period) {

    static final int LEAST_DAYS = 2192;

    /** Clocks of a server and of a store differ, by less than this. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** The moment that a checkpoint kept now may be removed. */
    Instant end() {
        return clock.instant().plus(period);
    }

    /** Whether something stored then is locked for six years. */
    static boolean suffices(Instant stored, Instant lockedUntil) {
        return !lockedUntil.isBefore(stored.plus(Duration.ofDays(LEAST_DAYS)).minus(TOLERANCE));
    }
}
