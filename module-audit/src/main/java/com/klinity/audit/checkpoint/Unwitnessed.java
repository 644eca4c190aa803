package com.klinity.audit.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * For how long what happens has not been witnessed. A clock that is set back takes nothing away from that, not even while
 * a witness is being told: what had passed by then has passed. Safe for many threads.
 */
final class Unwitnessed {

    private static final double MILLIS = 1000;

    private final InstantSource clock;
    private Instant seen;
    private Duration passed = Duration.ZERO;
    private Duration witnessed = Duration.ZERO;

    /** Counts from now on. */
    Unwitnessed(InstantSource clock) {
        this.clock = clock;
        this.seen = clock.instant();
    }

    /** How much time has passed since this began; never less than before. */
    synchronized Duration passed() {
        Instant now = clock.instant();
        if (now.isAfter(seen)) {
            passed = passed.plus(Duration.between(seen, now));
        }
        seen = now;
        return passed;
    }

    /** Everything is witnessed that had happened when so much time had passed. */
    synchronized void witnessed(Duration then) {
        witnessed = then;
    }

    /** Never negative. */
    synchronized double seconds() {
        return passed().minus(witnessed).toMillis() / MILLIS;
    }
}
