package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentStatusTest {

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, IN_PROGRESS",
        "SCHEDULED, COMPLETED",
        "SCHEDULED, CANCELLED",
        "IN_PROGRESS, COMPLETED",
        "IN_PROGRESS, CANCELLED"
    })
    void an_appointment_moves_on(AppointmentStatus from, AppointmentStatus to) {
        assertDoesNotThrow(() -> from.checkMoveTo(to));
    }

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, SCHEDULED",
        "COMPLETED, SCHEDULED",
        "COMPLETED, IN_PROGRESS",
        "COMPLETED, CANCELLED",
        "CANCELLED, SCHEDULED",
        "CANCELLED, IN_PROGRESS",
        "CANCELLED, COMPLETED"
    })
    void an_appointment_never_moves_back(AppointmentStatus from, AppointmentStatus to) {
        assertEquals(
                "status-conflict",
                assertThrows(Refusal.class, () -> from.checkMoveTo(to)).slug());
    }

    @ParameterizedTest
    @EnumSource
    void an_appointment_may_stay_what_it_is(AppointmentStatus status) {
        assertDoesNotThrow(() -> status.checkMoveTo(status));
    }
}
