package com.klinity.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When a run must be over. One thread at a time. */
final class Deadline {

    private final InstantSource clock;
    private final Instant end;
    private Instant lastRound;
    private Duration longest = Duration.ZERO;

    Deadline(InstantSource clock, Duration time) {
        this.clock = clock;
        this.lastRound = clock.instant();
        this.end = lastRound.plus(time);
    }

    /** Whether there is time for the round of that number, from 0; the first one is always admitted. */
    boolean admits(int round) {
        Instant now = clock.instant();
        if (round > 0) {
            Duration took = Duration.between(lastRound, now);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        lastRound = now;
        return round == 0 || !now.plus(longest).isAfter(end);
    }
}
