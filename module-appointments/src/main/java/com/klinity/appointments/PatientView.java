package com.klinity.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as the API shows it.
 *
 * @param version            in lists, what the entity tag is made of; null otherwise
 * @param possibleDuplicates only in the answer to a change: others of the same name and birth date; null for none
 */
record PatientView(
        UUID id,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable Contact contact,
        @Nullable String externalId,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Long version,
        @Nullable List<UUID> possibleDuplicates) {

    /** For a name of before there were rules for what can be seen of it. */
    private static final String UNNAMED = "\u2014";

    PatientInput input() {
        return new PatientInput(
                Objects.requireNonNullElse(Text.mended(name), UNNAMED),
                birthDate,
                sex,
                contact == null ? null : contact.mended(),
                Text.mended(externalId),
                notes);
    }

    PatientView inList(long current) {
        return with(current, possibleDuplicates);
    }

    PatientView beside(List<UUID> alike) {
        return with(version, alike.isEmpty() ? null : List.copyOf(alike));
    }

    private PatientView with(@Nullable Long current, @Nullable List<UUID> alike) {
        return new PatientView(
                id, name, birthDate, sex, contact, externalId, notes, createdAt, updatedAt, current, alike);
    }
}
