package com.klinity.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one contender did in one slice of time.
 *
 * @param perSecond answers a second
 * @param p50Micros median latency
 * @param p99Micros 99th percentile of the latency
 * @param cpuMicros CPU time an answer, by process
 */
public record Sample(double perSecond, double p50Micros, double p99Micros, Map<String, Double> cpuMicros) {

    private static final double NANOS_A_MICRO = 1000;

    /** Keeps the processes in their order. */
    public Sample {
        cpuMicros = new LinkedHashMap<>(cpuMicros);
    }

    /** CPU time an answer of all processes. */
    public double allCpuMicros() {
        return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** CPU time in microseconds for each of so many answers. */
    public static double micros(Duration cpu, double answers) {
        return cpu.toNanos() / NANOS_A_MICRO / answers;
    }
}
