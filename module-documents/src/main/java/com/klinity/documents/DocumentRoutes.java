package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.UuidV7;
import com.klinity.transcription.api.TranscriptCard;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1/appointments/{id}/documents} and {@code /v1/documents/{id}}. */
final class DocumentRoutes {

    private final Appointments appointments;
    private final Templates templates;
    private final Drafting drafting;
    private final DocumentTable documents;
    private final Printing printing;
    private final InstantSource clock;

    DocumentRoutes(
            Appointments appointments,
            Templates templates,
            Drafting drafting,
            DocumentTable documents,
            Printing printing,
            InstantSource clock) {
        this.appointments = appointments;
        this.templates = templates;
        this.drafting = drafting;
        this.documents = documents;
        this.printing = printing;
        this.clock = clock;
    }

    Reply list(Call call) {
        Page page = call.page();
        call.noOtherQuery();
        AppointmentCard appointment = appointment(call);
        List<DocumentSummary> found = documents.list(call.scope(), appointment.id(), page);
        Page.Of<DocumentSummary> shown =
                page.of(found, document -> new Page.Position(document.createdAt(), document.id()));
        return Reply.ok(shown)
                .about(shown.items().stream().map(DocumentSummary::id).toList());
    }

    Reply create(Call call) {
        AppointmentCard appointment = appointment(call);
        DocumentInput input = call.body(DocumentInput.class);
        Template template = templates
                .find(call.scope(), input.templateId())
                .orElseThrow(() -> Refusal.invalid("/templateId", "must be the id of a template or a built-in key"));
        Document document = input.fromTranscriptId() == null
                ? typed(appointment, template, input)
                : drafted(call, appointment, template, input, input.fromTranscriptId());
        documents.insert(call.scope(), document);
        Reply reply = Reply.created("/v1/documents/" + document.id(), document)
                .etag(document.entityTag())
                .about(document.id());
        return document.origin() == null
                ? reply
                : reply.detail("transcript", document.origin().transcriptId().toString());
    }

    Reply read(Call call) {
        String mediaType = call.accept(Printing.MEDIA_TYPES);
        Document document = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (mediaType.equals(Printing.JSON)) {
            return shown(document).header("Vary", "Accept");
        }
        return printing.print(call.scope(), document, mediaType);
    }

    Reply change(Call call) {
        Document before = draft(call);
        DocumentChange change = call.merge(DocumentChange.of(before), DocumentChange.class);
        Content content = new Content(change.title(), Sections.of(change.sections(), before.sections()));
        documents.update(call.scope(), before, content, now());
        return shown(documents.find(call.scope(), before.id()).orElseThrow());
    }

    Reply delete(Call call) {
        Document document = draft(call);
        documents.delete(call.scope(), document.id());
        return Reply.noContent().about(document.id());
    }

    private Document typed(AppointmentCard appointment, Template template, DocumentInput input) {
        List<Section> empty = Sections.empty(template);
        List<Section> sections = input.sections() == null ? empty : Sections.of(input.sections(), empty);
        return made(appointment, template, input, sections, null);
    }

    private Document drafted(
            Call call, AppointmentCard appointment, Template template, DocumentInput input, UUID transcriptId) {
        TranscriptCard transcript = drafting.transcript(call.scope(), appointment.id(), transcriptId);
        List<Section> sections = drafting.sections(call, template, transcript);
        return made(appointment, template, input, sections, drafting.origin(transcript));
    }

    private Document made(
            AppointmentCard appointment,
            Template template,
            DocumentInput input,
            List<Section> sections,
            @Nullable Origin origin) {
        Instant now = now();
        return new Document(
                UuidV7.at(now),
                appointment.id(),
                TemplateReference.of(template),
                Objects.requireNonNullElse(input.title(), template.name()),
                Status.DRAFT,
                sections,
                origin,
                null,
                null,
                List.of(),
                1,
                now,
                now);
    }

    private AppointmentCard appointment(Call call) {
        return appointments.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
    }

    private Document draft(Call call) {
        Document document = documents.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (document.signature() != null) {
            throw SignatureRoutes.signed();
        }
        call.ifMatch().check(document.entityTag());
        return document;
    }

    private static Reply shown(Document document) {
        return Reply.ok(document).etag(document.entityTag()).about(document.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
