package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** For times that are promised: a machine that does much else may be late twice, the product may not be late always. */
public final class BestOfThree {

    private static final int ATTEMPTS = 3;

    private BestOfThree() {}

    /** One attempt, from the beginning and on data of its own. */
    @FunctionalInterface
    public interface Attempt {

        /** The time it took. */
        long nanos() throws Exception;
    }

    /** Tries until one attempt has kept to the bound. */
    public static void within(Duration bound, Attempt attempt) throws Exception {
        List<Duration> late = new ArrayList<>();
        while (late.size() < ATTEMPTS) {
            Duration took = Duration.ofNanos(attempt.nanos());
            if (took.compareTo(bound) <= 0) {
                return;
            }
            late.add(took);
        }
        fail("each took longer than " + bound + ": " + late);
    }
}
