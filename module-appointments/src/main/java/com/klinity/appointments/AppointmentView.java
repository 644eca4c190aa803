package com.klinity.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the API shows it.
 *
 * @param recordingConsent the last entry of its history
 * @param affected         only in the answer to a change that withdrew consent: what rested on it
 */
record AppointmentView(
        UUID id,
        UUID patientId,
        Instant startsAt,
        @Nullable Instant endsAt,
        AppointmentStatus status,
        @Nullable String title,
        @Nullable Consent recordingConsent,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Affected affected) {

    AppointmentView with(@Nullable Affected other) {
        return new AppointmentView(
                id, patientId, startsAt, endsAt, status, title, recordingConsent, createdAt, updatedAt, other);
    }

    AppointmentInput input() {
        return new AppointmentInput(patientId, startsAt, endsAt, status, title, recordingConsent);
    }
}
