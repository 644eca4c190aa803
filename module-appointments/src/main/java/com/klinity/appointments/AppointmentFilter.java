package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Parameters;
import java.time.Instant;
import java.util.UUID;

/** Which appointments a list shows: {@code from} ≤ startsAt &lt; {@code to}, of a status, of a patient. */
final class AppointmentFilter {

    static final Parameters PARAMETERS = Parameters.none()
            .period("appointments that begin")
            .and("status", AppointmentStatus.class, "Only appointments of that status.");

    private AppointmentFilter() {}

    /** Of all appointments. */
    static Conditions of(Call call) {
        Conditions conditions = ofTimeAndStatus(call);
        call.query("patientId", UUID.class)
                .ifPresent(patient -> conditions.and("patient_id = :patient").set("patient", patient));
        return conditions;
    }

    /** The same of one patient's. */
    static Conditions ofPatient(Call call, UUID patient) {
        return ofTimeAndStatus(call).and("patient_id = :patient").set("patient", patient);
    }

    private static Conditions ofTimeAndStatus(Call call) {
        Conditions conditions = new Conditions();
        call.query("from", Instant.class)
                .ifPresent(from -> conditions.and("starts_at >= :from").set("from", from));
        call.query("to", Instant.class)
                .ifPresent(to -> conditions.and("starts_at < :to").set("to", to));
        call.query("status", AppointmentStatus.class)
                .ifPresent(status -> conditions.and("status = :status").set("status", Code.of(status)));
        return conditions;
    }
}
