package com.klinity.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as the API shows it. */
record AppointmentView(
        UUID id,
        UUID patientId,
        Instant startsAt,
        @Nullable Instant endsAt,
        AppointmentStatus status,
        @Nullable String title,
        @Nullable Consent recordingConsent,
        Instant createdAt,
        Instant updatedAt) {

    AppointmentInput input() {
        return new AppointmentInput(patientId, startsAt, endsAt, status, title, recordingConsent);
    }
}
