package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentInputTest {

    private static final UUID PATIENT = new UUID(1, 2);
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void it_is_scheduled_unless_it_says_otherwise() {
        assertEquals(AppointmentStatus.SCHEDULED, from(NINE, null).statusOrScheduled());
    }

    @Test
    void times_are_as_exact_as_a_column() {
        assertEquals(NINE, from(NINE.plusNanos(999), null).startsAt());
    }

    @Test
    void it_does_not_end_when_it_starts() {
        assertEquals(List.of("/endsAt"), faults(() -> from(NINE, NINE)));
    }

    @Test
    void it_does_not_end_within_the_microsecond_it_starts_in() {
        assertEquals(List.of("/endsAt"), faults(() -> from(NINE, NINE.plusNanos(999))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z"})
    void it_may_start_within_three_centuries(Instant start) {
        assertDoesNotThrow(() -> from(start, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59.999999Z",
                "2200-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void it_starts_at_no_other_time(Instant start) {
        assertEquals(List.of("/startsAt"), faults(() -> from(start, null)));
    }

    @Test
    void consent_that_is_given_needs_a_method() {
        assertEquals(List.of("/recordingConsent/method"), faults(() -> with(new Consent(true, null, null, null))));
    }

    @Test
    void consent_that_is_refused_needs_no_method() {
        assertDoesNotThrow(() -> with(new Consent(false, null, null, null)));
    }

    private static AppointmentInput from(Instant start, @Nullable Instant end) {
        return new AppointmentInput(PATIENT, start, end, null, null, null);
    }

    private static AppointmentInput with(Consent consent) {
        return new AppointmentInput(PATIENT, NINE, null, null, null, consent);
    }

    private static List<String> faults(Executable work) {
        return assertThrows(Refusal.class, work).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
