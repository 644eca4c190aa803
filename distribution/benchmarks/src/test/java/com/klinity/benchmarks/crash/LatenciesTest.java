package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void a_hundredth_of_the_requests_took_longer_than_the_p99() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 1000).forEach(latencies::add);
        assertEquals(Duration.ofNanos(990), latencies.percentile(99));
    }

    @Test
    void the_longest_is_the_longest() {
        Latencies latencies = new Latencies();
        LongStream.of(3, 9, 1).forEach(latencies::add);
        assertEquals(Duration.ofNanos(9), latencies.longest());
    }

    @Test
    void without_requests_nobody_waited() {
        assertEquals(Duration.ZERO, new Latencies().percentile(99));
    }
}
