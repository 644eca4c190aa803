package com.klinity.benchmarks.crash;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took. Safe for many threads. */
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long tookNanos) {
        nanos.add(tookNanos);
    }

    void addAll(Latencies others) {
        nanos.addAll(others.nanos);
    }

    int count() {
        return nanos.size();
    }

    /** So many hundredths of them took no longer; zero when there is none. */
    Duration percentile(int hundredths) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[Math.max(0, Math.ceilDiv(sorted.length * hundredths, 100) - 1)]);
    }

    Duration longest() {
        return percentile(100);
    }
}
