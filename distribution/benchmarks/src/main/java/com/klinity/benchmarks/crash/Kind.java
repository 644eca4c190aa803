package com.klinity.benchmarks.crash;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What writers make, with the one text of it that they set. */
enum Kind {
    PATIENT("Patient", "/v1/patients", "notes"),
    APPOINTMENT("Appointment", "/v1/appointments", "title");

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T09:00:00Z");

    private final String resource;
    private final String path;
    private final String text;

    Kind(String resource, String path, String text) {
        this.resource = resource;
        this.path = path;
        this.text = text;
    }

    /** What the audit log calls it. */
    String resource() {
        return resource;
    }

    /** Of the collection. */
    String path() {
        return path;
    }

    /** Name of the field that holds the mark, and of its column. */
    String text() {
        return text;
    }

    /**
     * A new one.
     *
     * @param patient whose; of no meaning for a patient
     */
    Map<String, Object> body(String mark, UUID patient) {
        return switch (this) {
            case PATIENT -> Map.of("name", "Maria Crash", "birthDate", "1984-02-29", text, mark);
            case APPOINTMENT -> Map.of("patientId", patient.toString(), "startsAt", NEW_YEAR.toString(), text, mark);
        };
    }
}
