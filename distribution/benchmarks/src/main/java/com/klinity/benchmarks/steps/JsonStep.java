package com.klinity.benchmarks.steps;

import com.klinity.platform.json.JacksonJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The server's own JSON writer on a record like a patient's. */
final class JsonStep {

    private JsonStep() {}

    enum Sex {
        FEMALE
    }

    record Contact(String email, String phone) {}

    record Patient(
            UUID id,
            String name,
            LocalDate birthDate,
            Sex sex,
            Contact contact,
            String externalId,
            String notes,
            Instant createdAt,
            Instant updatedAt) {}

    static double micros() {
        JacksonJson json = new JacksonJson();
        Patient patient = new Patient(
                UUID.randomUUID(),
                "Maria Benchmark",
                LocalDate.of(1984, 2, 29),
                Sex.FEMALE,
                new Contact("maria@example.org", "+55 11 5555 0100"),
                "P-001",
                "Allergic to penicillin. Prefers mornings.",
                Instant.now(),
                Instant.now());
        return CpuTiming.micros(() -> json.bytes(patient));
    }
}
