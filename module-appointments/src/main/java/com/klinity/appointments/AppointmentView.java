package com.klinity.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the API shows it.
 *
 * @param recordingConsent the last entry of its history
 * @param version          in lists, what the entity tag is made of; null otherwise
 * @param patient          null unless it was asked for
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
        @Nullable Long version,
        @Nullable PatientView patient,
        @Nullable Affected affected) {

    AppointmentView with(@Nullable Affected other) {
        return with(version, patient, other);
    }

    AppointmentInput input() {
        return new AppointmentInput(patientId, startsAt, endsAt, status, Text.mended(title), recordingConsent);
    }

    AppointmentView inList(long current) {
        return with(current, patient, affected);
    }

    AppointmentView with(@Nullable PatientView whose) {
        return with(version, whose, affected);
    }

    private AppointmentView with(@Nullable Long current, @Nullable PatientView whose, @Nullable Affected other) {
        return new AppointmentView(
                id,
                patientId,
                startsAt,
                endsAt,
                status,
                title,
                recordingConsent,
                createdAt,
                updatedAt,
                current,
                whose,
                other);
    }
}
