package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * After a load has ended, the last requests may still be on their way: waits until nothing moves any more.
 *
 * @param answers how many were given
 * @param entries how many audit entries were made
 * @param pause   between two looks
 */
record Settling(LongSupplier answers, LongSupplier entries, Duration pause) {

    private static final int LOOKS = 50;

    /** The number of both; fails when they don't become equal. */
    long await() {
        long given = answers.getAsLong();
        long audited = entries.getAsLong();
        for (int look = 0; look < LOOKS; look++) {
            rest();
            long before = given;
            given = answers.getAsLong();
            audited = entries.getAsLong();
            if (given == before && given == audited) {
                return given;
            }
        }
        throw new BenchmarkFailure(given + " answers left " + audited + " audit entries");
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
