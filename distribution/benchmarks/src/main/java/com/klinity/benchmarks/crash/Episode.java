package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.disturb.Disturbance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A while in which others disturb, planned.
 *
 * @param disturbances who comes
 * @param fault        what happens to the server in the middle
 * @param half         its time before that, and after it
 */
record Episode(Set<Disturbance> disturbances, Fault fault, Duration half) {

    private static final int LEAST_MILLIS = 3000;
    private static final int MOST_MILLIS = 8000;

    /** What happens to the server. */
    enum Fault {
        NONE,
        /** Its open connections to the database die without a word. */
        BLACK_HOLE,
        KILLED
    }

    /** The one of that number, from 0, of a seed: always the same. */
    static Episode of(long seed, int number) {
        SplittableRandom random = Kill.random(seed, number, -2);
        Set<Disturbance> disturbances = EnumSet.noneOf(Disturbance.class);
        Disturbance[] all = Disturbance.values();
        for (int i = 0; i <= random.nextInt(all.length); i++) {
            disturbances.add(all[random.nextInt(all.length)]);
        }
        Fault fault = switch (random.nextInt(6)) {
            case 0 -> Fault.BLACK_HOLE;
            case 1 -> Fault.KILLED;
            default -> Fault.NONE;
        };
        return new Episode(disturbances, fault, Duration.ofMillis(random.nextInt(LEAST_MILLIS, MOST_MILLIS)));
    }
}
