package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PatientInputTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void the_first_day_of_1880_is_a_birth_date() {
        assertDoesNotThrow(() -> born(LocalDate.of(1880, 1, 1)));
    }

    @Test
    void a_day_before_1880_is_no_birth_date() {
        assertEquals(List.of("/birthDate"), faults(() -> born(LocalDate.of(1879, 12, 31))));
    }

    @Test
    void today_is_a_birth_date_even_where_it_began_first() {
        assertDoesNotThrow(() -> born(LocalDate.of(2026, 3, 2)).asOf(NOW.plusSeconds(6 * 3600)));
    }

    @Test
    void a_day_that_has_begun_nowhere_is_no_birth_date() {
        assertEquals(
                List.of("/birthDate"),
                faults(() -> born(LocalDate.of(2026, 3, 2)).asOf(NOW.minusSeconds(3 * 3600))));
    }

    @Test
    void every_fault_is_named_at_once() {
        assertEquals(
                List.of("/name", "/birthDate", "/externalId", "/notes", "/contact/email"),
                faults(() -> new PatientInput(
                        " ",
                        LocalDate.MIN,
                        Sex.OTHER,
                        new Contact("nobody", null),
                        "x".repeat(101),
                        "x".repeat(10_001))));
    }

    @Test
    void the_longest_texts_are_accepted() {
        assertDoesNotThrow(
                () -> new PatientInput("x".repeat(200), null, null, null, "x".repeat(100), "x".repeat(10_000)));
    }

    private static PatientInput born(@Nullable LocalDate day) {
        return new PatientInput("Ana", day, null, null, null, null);
    }

    private static List<String> faults(Executable work) {
        return assertThrows(Refusal.class, work).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
