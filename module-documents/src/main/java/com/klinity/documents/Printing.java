package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.PatientCard;
import com.klinity.documents.rendering.MarkdownPrinter;
import com.klinity.documents.rendering.PdfPrinter;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents in the forms that are for people. */
final class Printing {

    static final String JSON = "application/json";

    /** The first one is what a caller gets who does not say. */
    static final List<String> MEDIA_TYPES = List.of(JSON, "application/pdf", "text/markdown");

    private final Appointments appointments;

    Printing(Appointments appointments) {
        this.appointments = appointments;
    }

    /** The patient's name is on it, so the audit entry names the patient too. */
    Reply print(Scope scope, Document document, String mediaType) {
        Header header = document.header() == null ? current(scope, document) : document.header();
        boolean pdf = mediaType.equals("application/pdf");
        Reply reply = pdf
                ? Reply.rendered(mediaType, () -> PdfPrinter.print(Sheets.of(document, header)))
                : Reply.rendered(
                        "text/markdown; charset=utf-8",
                        () -> MarkdownPrinter.print(Sheets.of(document, header)).getBytes(StandardCharsets.UTF_8));
        String kind = pdf ? "pdf" : "md";
        return reply.header("ETag", "\"" + document.entityTag() + "-" + kind + "\"")
                .header("Vary", "Accept")
                .header("Content-Disposition", "inline; filename=\"document-" + document.id() + "." + kind + "\"")
                .about(document.id())
                .detail("format", kind)
                .detail("patient", header.patientId().toString());
    }

    private Header current(Scope scope, Document document) {
        AppointmentCard appointment =
                appointments.find(scope, document.appointmentId()).orElseThrow();
        PatientCard patient =
                appointments.patient(scope, appointment.patientId()).orElseThrow();
        return Header.of(appointment, patient);
    }
}
