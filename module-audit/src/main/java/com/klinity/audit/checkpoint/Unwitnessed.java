package com.klinity.audit.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * For how long what happens has not been witnessed. A clock that is set back takes nothing away from that: what had passed
 * by then has passed. Safe for many threads.
 */
final class Unwitnessed {

    private static final double MILLIS = 1000;

    private final InstantSource clock;
    private Instant witnessed;
    private Instant seen;

    /** Counts from now on. */
    Unwitnessed(InstantSource clock) {
        this.clock = clock;
        this.witnessed = clock.instant();
        this.seen = witnessed;
    }

    /** The time of the clock, which is to be looked at through this alone. */
    synchronized Instant look() {
        Instant now = clock.instant();
        if (now.isBefore(seen)) {
            witnessed = witnessed.minus(Duration.between(now, seen));
        }
        seen = now;
        return now;
    }

    /** Everything is witnessed that had happened when the clock said that. */
    synchronized void witnessed(Instant then) {
        witnessed = then;
    }

    /** Never negative. */
    synchronized double seconds() {
        Instant now = look();
        return Math.max(0, Duration.between(witnessed, now).toMillis()) / MILLIS;
    }
}
