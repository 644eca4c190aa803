package com.klinity.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AuditedAnswersTest {

    @Test
    void an_answer_without_an_entry_fails_the_run() {
        Settling settling = new Settling(() -> 200, () -> 199, Duration.ZERO);
        assertThrows(BenchmarkFailure.class, settling::await);
    }

    @Test
    void answers_still_under_way_are_waited_for() {
        AtomicLong entries = new AtomicLong(190);
        Settling settling = new Settling(() -> 200, () -> Math.min(200, entries.incrementAndGet()), Duration.ZERO);
        assertEquals(200, settling.await());
    }

    @Test
    void an_answer_that_was_not_200_fails_the_run() {
        assertThrows(
                BenchmarkFailure.class, () -> AnswerCount.onlyOk(Map.of(200, 5L, 401, 1L), Map.of(200, 9L, 401, 2L)));
    }

    @Test
    void earlier_refusals_do_not_count() {
        assertEquals(4, AnswerCount.onlyOk(Map.of(200, 5L, 401, 1L), Map.of(200, 9L, 401, 1L)));
    }
}
