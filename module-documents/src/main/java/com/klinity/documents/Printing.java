package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.PatientCard;
import com.klinity.documents.rendering.MarkdownPrinter;
import com.klinity.documents.rendering.PdfPrinter;
import com.klinity.documents.rendering.Sheet;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Documents in the forms that are for people. */
final class Printing {

    static final String JSON = "application/json";

    /** The first one is what a caller gets who does not say. */
    static final List<String> MEDIA_TYPES = List.of(JSON, "application/pdf", "text/markdown");

    private final Appointments appointments;
    private final PrintingPress press = new PrintingPress();

    Printing(Appointments appointments) {
        this.appointments = appointments;
    }

    /** The patient's name is on it, so the audit entry names the patient too. */
    Reply print(Scope scope, Document document, String mediaType) {
        Header header = document.header() == null ? current(scope, document) : document.header();
        boolean pdf = mediaType.equals("application/pdf");
        UUID account = scope.account();
        Reply reply = Reply.rendered(
                pdf ? mediaType : "text/markdown; charset=utf-8",
                () -> press.print(account, () -> paper(Sheets.of(document, header), pdf)));
        String kind = pdf ? "pdf" : "md";
        return reply.header("ETag", "\"" + document.entityTag() + "-" + kind + "\"")
                .header("Vary", "Accept")
                .header("Content-Disposition", "inline; filename=\"document-" + document.id() + "." + kind + "\"")
                .about(document.id())
                .detail("format", kind)
                .detail("patient", header.patientId().toString());
    }

    private static byte[] paper(Sheet sheet, boolean pdf) {
        return pdf ? PdfPrinter.print(sheet) : MarkdownPrinter.print(sheet).getBytes(StandardCharsets.UTF_8);
    }

    private Header current(Scope scope, Document document) {
        AppointmentCard appointment =
                appointments.find(scope, document.appointmentId()).orElseThrow();
        PatientCard patient =
                appointments.patient(scope, appointment.patientId()).orElseThrow();
        return Header.of(appointment, patient);
    }
}
