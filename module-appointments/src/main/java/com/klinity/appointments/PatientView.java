package com.klinity.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient as the API shows it. */
record PatientView(
        UUID id,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable Contact contact,
        @Nullable String externalId,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt) {

    PatientInput input() {
        return new PatientInput(name, birthDate, sex, contact, externalId, notes);
    }
}
