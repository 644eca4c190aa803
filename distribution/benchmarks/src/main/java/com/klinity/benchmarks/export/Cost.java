package com.klinity.benchmarks.export;

import com.klinity.benchmarks.machine.CpuTime;
import java.time.Duration;

/**
 * What one pass over a log took.
 *
 * @param seconds by the clock
 * @param cpu     CPU seconds of the server and the database together
 */
record Cost(double seconds, double cpu) {

    private static final double NANOS = 1e9;

    /** Of some work. */
    static Cost of(long server, long postgres, Runnable work) {
        Duration before = CpuTime.of(server).plus(CpuTime.ofTree(postgres));
        long begin = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        Duration cpu = CpuTime.of(server).plus(CpuTime.ofTree(postgres)).minus(before);
        return new Cost((end - begin) / NANOS, cpu.toNanos() / NANOS);
    }
}
