package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.PatientCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom and which appointment a document is about. A signature freezes it: later changes of the patient don't reach it. */
record Header(UUID patientId, String patientName, @Nullable LocalDate patientBirthDate, Instant appointmentStartsAt) {

    static Header of(AppointmentCard appointment, PatientCard patient) {
        return new Header(patient.id(), patient.name(), patient.birthDate(), appointment.startsAt());
    }
}
