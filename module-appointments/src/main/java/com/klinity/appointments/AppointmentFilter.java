package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which appointments a list shows: {@code from} ≤ startsAt &lt; {@code to}, of a status, of a patient. */
final class AppointmentFilter {

    private static final Pattern YEAR_OF_FOUR = Pattern.compile("\\d{4}-.*");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AppointmentFilter() {}

    /**
     * Reads the query.
     *
     * @throws Refusal 400 when a parameter is not of its form
     */
    static Conditions of(Call call) {
        Conditions conditions = ofTimeAndStatus(call);
        call.query("patientId")
                .ifPresent(patient -> conditions.and("patient_id = :patient").set("patient", patient(patient)));
        return conditions;
    }

    /**
     * The same of one patient's.
     *
     * @throws Refusal 400 when a parameter is not of its form
     */
    static Conditions ofPatient(Call call, UUID patient) {
        return ofTimeAndStatus(call).and("patient_id = :patient").set("patient", patient);
    }

    private static Conditions ofTimeAndStatus(Call call) {
        Conditions conditions = new Conditions();
        call.query("from")
                .ifPresent(from -> conditions.and("starts_at >= :from").set("from", time("from", from)));
        call.query("to").ifPresent(to -> conditions.and("starts_at < :to").set("to", time("to", to)));
        call.query("status")
                .ifPresent(status -> conditions.and("status = :status").set("status", status(status)));
        return conditions;
    }

    private static Instant time(String parameter, String text) {
        try {
            if (YEAR_OF_FOUR.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // answered below, like a year of more digits
        }
        throw malformed(parameter, "a time such as 2026-01-31T09:00:00Z (RFC 3339)");
    }

    private static String status(String text) {
        return Code.parse(AppointmentStatus.class, text)
                .map(Code::of)
                .orElseThrow(() -> malformed("status", "one of " + Code.choices(AppointmentStatus.class)));
    }

    private static UUID patient(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw malformed("patientId", "a UUID");
        }
        return UUID.fromString(text);
    }

    private static Refusal malformed(String parameter, String form) {
        return Refusal.malformed("The query parameter '" + parameter + "' must be " + form + ".");
    }
}
