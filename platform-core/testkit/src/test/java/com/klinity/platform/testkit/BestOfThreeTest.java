package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestOfThreeTest {

    private static final Duration BOUND = Duration.ofNanos(10);

    @Test
    void what_is_late_twice_and_then_in_time_is_in_time() {
        assertDoesNotThrow(() -> judge(List.of(11L, 12L, 10L)));
    }

    @Test
    void what_is_late_three_times_is_late() {
        assertThrows(AssertionError.class, () -> judge(List.of(11L, 12L, 13L, 10L)));
    }

    @Test
    void what_is_in_time_is_not_tried_again() throws Exception {
        Iterator<Long> times = List.of(10L, 11L).iterator();
        BestOfThree.within(BOUND, times::next);
        assertEquals(11L, times.next());
    }

    private static void judge(List<Long> times) throws Exception {
        BestOfThree.within(BOUND, times.iterator()::next);
    }
}
