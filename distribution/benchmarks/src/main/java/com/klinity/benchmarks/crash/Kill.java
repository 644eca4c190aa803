package com.klinity.benchmarks.crash;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * One kill, planned.
 *
 * @param after   how long after the load has begun
 * @param victims who is killed, in which order
 * @param between time from the first to the second
 * @param early   when the start that follows is killed as well; never when zero
 */
record Kill(Duration after, Victims victims, Duration between, Duration early) {

    private static final int SOONEST_MILLIS = 20;
    private static final int LATEST_MILLIS = 2500;
    private static final int BETWEEN_MILLIS = 250;
    private static final int START_MILLIS = 2500;
    private static final int ONE_START_IN = 8;

    /** Who is killed. */
    enum Victims {
        /** Its database goes on, and may still commit what was sent. */
        SERVER,
        SERVER_THEN_DATABASE,
        /** The server sees its connections end, and callers still get answers. */
        DATABASE_THEN_SERVER;

        boolean database() {
            return this != SERVER;
        }
    }

    /** The one of that number, from 0, of a seed: always the same. */
    static Kill of(long seed, int number) {
        SplittableRandom random = random(seed, number, -1);
        Victims victims = switch (random.nextInt(4)) {
            case 0 -> Victims.SERVER_THEN_DATABASE;
            case 1 -> Victims.DATABASE_THEN_SERVER;
            default -> Victims.SERVER;
        };
        return new Kill(
                Duration.ofMillis(random.nextInt(SOONEST_MILLIS, LATEST_MILLIS)),
                victims,
                Duration.ofMillis(random.nextInt(BETWEEN_MILLIS)),
                Duration.ofMillis(random.nextInt(ONE_START_IN) == 0 ? random.nextInt(1, START_MILLIS) : 0));
    }

    /** The numbers that a writer draws before the kill of that number. */
    static SplittableRandom random(long seed, int number, int writer) {
        return new SplittableRandom((seed * 1_000_003 + number) * 1_000_003 + writer);
    }
}
