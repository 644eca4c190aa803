package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.PatientCard;
import com.klinity.platform.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds out whom a draft is about now, and what of that changed since it was made. */
record Headers(Appointments appointments) {

    Header current(Scope scope, UUID appointmentId) {
        AppointmentCard appointment = appointments.find(scope, appointmentId).orElseThrow();
        PatientCard patient =
                appointments.patient(scope, appointment.patientId()).orElseThrow();
        return Header.of(appointment, patient, Region.of(scope));
    }

    /** The document as it is shown: a draft with its header and warnings, a signed one as it was signed. */
    Document shown(Scope scope, Document document) {
        if (document.signature() != null) {
            return document;
        }
        Header now = current(scope, document.appointmentId());
        List<Warning> warnings = new ArrayList<>(Absent.toEmpty(document.warnings()));
        if (document.header() != null) {
            warnings.addAll(now.changedSince(document.header()));
        }
        return document.with(now, warnings);
    }
}
