package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.appointments.api.PatientCard;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds out whom a draft is about now, and what of that and of the consent to it changed since it was made. */
record Headers(Appointments appointments, Consents consents) {

    private static final Warning WITHDRAWN = new Warning(
            "consent-withdrawn", "The patient does not agree any more to the recording that this was drafted from.");

    /**
     * The header as things are now.
     *
     * @throws Refusal 404 when the appointment has just gone, with the document that was found
     */
    Header current(Scope scope, UUID appointmentId) {
        AppointmentCard appointment = appointments.find(scope, appointmentId).orElseThrow(Refusal::notFound);
        PatientCard patient =
                appointments.patient(scope, appointment.patientId()).orElseThrow(Refusal::notFound);
        return Header.of(appointment, patient, Region.of(scope));
    }

    /** The document as it is shown: a draft with its header and warnings, a signed one as it was signed. */
    Document shown(Scope scope, Document document) {
        boolean withdrawn = isWithdrawn(scope, document);
        Document shown = withdrawn ? document.withdrawn() : document;
        if (document.signature() != null) {
            return shown;
        }
        Header now = current(scope, document.appointmentId());
        List<Warning> warnings = new ArrayList<>(Absent.toEmpty(document.warnings()));
        if (document.header() != null) {
            warnings.addAll(now.changedSince(document.header()));
        }
        if (withdrawn) {
            warnings.add(WITHDRAWN);
        }
        return shown.with(now, warnings);
    }

    /** The answer that shows it. Its tag is the version's, until the answer tells what came without a version. */
    Reply reply(Scope scope, Document document) {
        Document shown = shown(scope, document);
        Reply reply = Reply.ok(shown).about(shown.id());
        return shown.equals(document) ? reply.etag(shown.entityTag()) : reply.etag(shown.entityTag(), shown);
    }

    /** Whether it was drafted from a recording to which there is no consent any more. */
    boolean isWithdrawn(Scope scope, Document document) {
        return document.origin() != null && !consents.given(scope, document.appointmentId());
    }
}
