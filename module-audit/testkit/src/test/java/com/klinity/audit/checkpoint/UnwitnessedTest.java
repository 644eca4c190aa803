package com.klinity.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock of a server may be set back at any moment; the alarm for its log must not fall silent by that. */
@Tag("LG-3")
class UnwitnessedTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Unwitnessed unwitnessed = new Unwitnessed(now::get);

    @Test
    void time_that_has_passed_stays_passed_when_the_clock_is_set_back() {
        pass(Duration.ofMinutes(10));
        assertEquals(600, unwitnessed.seconds());
        pass(Duration.ofHours(-3));
        pass(Duration.ofMinutes(1));
        assertEquals(660, unwitnessed.seconds());
    }

    @Test
    void a_clock_set_back_while_the_witness_is_told_hides_nothing_of_the_time_since() {
        Duration begun = unwitnessed.passed();
        pass(Duration.ofMinutes(10));
        pass(Duration.ofHours(-3));
        unwitnessed.witnessed(begun);
        assertEquals(600, unwitnessed.seconds());
    }

    @Test
    void what_happened_while_the_witness_was_told_is_not_witnessed() {
        Duration begun = unwitnessed.passed();
        pass(Duration.ofSeconds(5));
        unwitnessed.witnessed(begun);
        assertEquals(5, unwitnessed.seconds());
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        unwitnessed.passed();
    }
}
