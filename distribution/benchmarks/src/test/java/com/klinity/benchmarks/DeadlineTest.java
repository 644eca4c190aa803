package com.klinity.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private Instant now = Instant.EPOCH;
    private final Deadline deadline = new Deadline(() -> now, Duration.ofSeconds(10));

    @Test
    void the_first_round_is_always_admitted() {
        now = now.plusSeconds(11);
        assertTrue(deadline.admits(0));
    }

    @Test
    void a_round_that_would_end_in_time_is_admitted() {
        deadline.admits(0);
        now = now.plusSeconds(5);
        assertTrue(deadline.admits(1));
    }

    @Test
    void a_round_that_would_end_too_late_is_not() {
        deadline.admits(0);
        now = now.plusSeconds(6);
        assertFalse(deadline.admits(1));
    }
}
