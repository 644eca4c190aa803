package com.klinity.benchmarks.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final Latencies FIVE =
            Latencies.of(List.of(new long[] {9000, 30_000}, new long[] {10_000}, new long[] {40_000, 20_000}));

    @Test
    void all_callers_count() {
        assertEquals(5, FIVE.count());
    }

    @Test
    void a_percentile_is_the_duration_that_so_many_do_not_exceed() {
        assertEquals(20, FIVE.micros(50));
    }

    @Test
    void the_last_percentile_is_the_longest() {
        assertEquals(40, FIVE.micros(99));
    }
}
