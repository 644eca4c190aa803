package com.klinity.appointments;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;

/** Tells patients apart: by a number that only one has, and by name and birth date, which two may share. */
final class Likeness {

    private static final String HOLDER = """
        select id from appointments.patients where external_id = :externalId and id <> :patient
        order by created_at, id limit 1
        """;
    private static final String ALIKE = """
        select id from appointments.patients
        where birth_date = :birthDate and name_likeness = :likeness and id <> :patient
        order by created_at, id limit 20
        """;

    private Likeness() {}

    /**
     * Goes on when nobody but this patient has that number.
     *
     * @throws Refusal 409 with the id of the other one
     */
    static void requireOwnNumber(Scope scope, UUID patient, PatientInput input) {
        if (input.externalId() != null) {
            scope.sql(HOLDER)
                    .set("externalId", input.externalId())
                    .set("patient", patient)
                    .first(row -> row.uuid("id"))
                    .ifPresent(other -> {
                        throw taken(other);
                    });
        }
    }

    /** The answer to a number that was taken meanwhile. */
    static Refusal takenMeanwhile() {
        return Refusal.conflict(
                "external-id-taken",
                "Another patient was given this externalId just now. Look for it with POST /v1/patients/search.");
    }

    /** Others of the same name, folded and in any order of its words, born on the same day; the oldest entries first. */
    static List<UUID> of(Scope scope, UUID patient, PatientInput input) {
        String likeness = FoldedName.of(input.name()).likeness();
        if (input.birthDate() == null || likeness.isEmpty()) {
            return List.of();
        }
        return scope.sql(ALIKE)
                .set("birthDate", input.birthDate())
                .set("likeness", likeness)
                .set("patient", patient)
                .list(row -> row.uuid("id"));
    }

    private static Refusal taken(UUID other) {
        return Refusal.conflict(
                "external-id-taken",
                "The patient " + other + " has this externalId. Use that patient, or give this one another number.");
    }
}
