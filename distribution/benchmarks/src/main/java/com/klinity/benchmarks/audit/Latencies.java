package com.klinity.benchmarks.audit;

import java.util.Arrays;
import java.util.List;

/** How long appends took. Immutable. */
final class Latencies {

    private static final double NANOS_A_MICRO = 1000;
    private static final double HUNDRED = 100;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** Of all callers, in nanoseconds. */
    static Latencies of(List<long[]> callers) {
        return new Latencies(
                callers.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /** What so many percent did not exceed. */
    double micros(int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / HUNDRED) - 1] / NANOS_A_MICRO;
    }
}
