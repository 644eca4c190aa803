package com.klinity.benchmarks.steps;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times something short that only computes. Counts the thread's CPU time, so others' work does not disturb it. */
final class CpuTiming {

    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final long BATCH_NANOS = 200_000_000L;
    private static final int BATCHES = 9;
    private static final int CALLS_A_LOOK = 10;
    private static final double NANOS_A_MICRO = 1000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTiming() {}

    /**
     * CPU time of one call in microseconds, the median of some batches after a warm-up.
     */
    static double micros(Supplier<?> work) {
        batch(work, WARM_UP_NANOS);
        double[] batches = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            batches[i] = batch(work, BATCH_NANOS);
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }

    private static double batch(Supplier<?> work, long nanos) {
        long begin = THREADS.getCurrentThreadCpuTime();
        long calls = 0;
        long spent = 0;
        while (spent < nanos) {
            for (int i = 0; i < CALLS_A_LOOK; i++) {
                Object result = work.get();
                try {
                    calls++;
                } finally {
                    Reference.reachabilityFence(result); // so that no compiler leaves the work out
                }
            }
            spent = THREADS.getCurrentThreadCpuTime() - begin;
        }
        return spent / NANOS_A_MICRO / calls;
    }
}
