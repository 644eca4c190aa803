package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** {@code /v1/appointments/{id}/documents} and {@code /v1/documents/{id}}. */
final class DocumentRoutes {

    private final Appointments appointments;
    private final Consents consents;
    private final DocumentTable documents;
    private final Headers headers;
    private final Printing printing;
    private final InstantSource clock;

    DocumentRoutes(
            Appointments appointments,
            Consents consents,
            DocumentTable documents,
            Headers headers,
            Printing printing,
            InstantSource clock) {
        this.appointments = appointments;
        this.consents = consents;
        this.documents = documents;
        this.headers = headers;
        this.printing = printing;
        this.clock = clock;
    }

    Reply list(Call call) {
        Page page = call.page();
        AppointmentCard appointment = appointment(call);
        List<DocumentSummary> found = documents.list(call.scope(), appointment.id(), page);
        Page.Of<DocumentSummary> shown = page.of(
                told(call.scope(), appointment.id(), found),
                document -> new Page.Position(document.createdAt(), document.id()));
        return Reply.ok(shown)
                .about(shown.items().stream().map(DocumentSummary::id).toList());
    }

    /** With what a machine drafted saying so where there is no consent to it any more. */
    private List<DocumentSummary> told(Scope scope, UUID appointment, List<DocumentSummary> found) {
        boolean withdrawn =
                found.stream().anyMatch(document -> document.origin() != null) && !consents.given(scope, appointment);
        return found.stream()
                .map(document -> withdrawn && document.origin() != null ? document.withdrawn() : document)
                .toList();
    }

    Reply read(Call call) {
        String mediaType = call.accept(Printing.MEDIA_TYPES);
        Document document = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (mediaType.equals(Printing.JSON)) {
            return headers.reply(call.scope(), document).header("Vary", "Accept");
        }
        return printing.print(call.scope(), document, mediaType);
    }

    Reply change(Call call) {
        Document before = draft(call);
        DocumentChange change = call.merge(DocumentChange.of(before), DocumentChange.class);
        List<Section> sections = Sections.changed(
                before.sections(), change.inputs(before.sections()), before.version() + 1, "/sections");
        documents.update(call.scope(), before, new Content(Objects.requireNonNull(change.title()), sections), now());
        return headers.reply(
                call.scope(), documents.find(call.scope(), before.id()).orElseThrow());
    }

    Reply delete(Call call) {
        Document document = draft(call);
        documents.delete(call.scope(), document.id());
        return Reply.noContent().about(document.id());
    }

    private AppointmentCard appointment(Call call) {
        return appointments.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
    }

    private Document draft(Call call) {
        Document document = documents.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (document.signature() != null) {
            throw Signature.stands();
        }
        call.ifMatch().check(document.entityTag());
        return document;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
