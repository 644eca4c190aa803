package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Changes;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.UuidV7;
import com.klinity.transcription.api.TranscriptCard;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document. A machine drafts only while the patient agrees to that. What is drafted from a transcript is drafted
 * between two looks at everything it rests on: a draft of what has changed meanwhile is not kept.
 */
record DocumentCreation(
        Appointments appointments,
        Consents consents,
        Templates templates,
        Drafting drafting,
        DocumentTable documents,
        Headers headers,
        Changes changes,
        InstantSource clock)
        implements Staged<DocumentCreation.Plan, DocumentCreation.Drafted> {

    /**
     * What a document is to be made of.
     *
     * @param transcript to draft from; empty when somebody types
     */
    record Plan(
            AppointmentCard appointment, DocumentInput input, Template template, Optional<TranscriptCard> transcript) {}

    /**
     * A plan and what the drafter made of it.
     *
     * @param sections empty when nothing was to be drafted
     * @param stopped  whether there was word from the appointment, so that drafting was given up
     */
    record Drafted(Plan plan, List<Section> sections, boolean stopped) {}

    @Override
    public Plan admit(Call call) {
        AppointmentCard appointment =
                appointments.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        DocumentInput input = call.body(DocumentInput.class);
        if (input.fromTranscriptId() != null) {
            consents.requireDrafting(call.scope(), appointment.id(), false);
        }
        Template template = templates
                .find(call.scope(), input.templateId())
                .orElseThrow(() -> Refusal.invalid("/templateId", "must be the id of a template or a built-in key"));
        return new Plan(appointment, input, template, transcript(call.scope(), appointment, input.fromTranscriptId()));
    }

    private Optional<TranscriptCard> transcript(Scope scope, AppointmentCard appointment, @Nullable UUID id) {
        return Optional.ofNullable(id).map(known -> drafting.transcript(scope, appointment.id(), known));
    }

    @Override
    public Drafted work(Call call, Plan plan) {
        return plan.transcript()
                .map(transcript -> drafted(call, plan, transcript))
                .orElseGet(() -> new Drafted(plan, List.of(), false));
    }

    /** Stops at word from the appointment: consent may be gone, and then nobody may draft any more. */
    private Drafted drafted(Call call, Plan plan, TranscriptCard transcript) {
        try (Interruption interruption =
                new Interruption(changes, call.account(), plan.appointment().id())) {
            try {
                List<Section> sections = drafting.sections(call, plan.template(), transcript);
                return new Drafted(plan, sections, interruption.came());
            } catch (RuntimeException e) {
                if (interruption.came()) {
                    return new Drafted(plan, List.of(), true);
                }
                throw e;
            }
        }
    }

    @Override
    public Reply record(Call call, Drafted drafted) {
        hold(call, drafted.plan());
        if (drafted.stopped()) {
            throw changed();
        }
        Plan plan = drafted.plan().transcript().isEmpty() ? admit(call) : unchanged(call, drafted.plan());
        Document document = plan.transcript()
                .map(transcript -> made(plan, drafted.sections(), drafting.origin(transcript))
                        .with(header(call, plan), Drafting.warnings(plan.template(), transcript)))
                .orElseGet(() -> made(plan, typed(plan), null).with(header(call, plan), List.of()));
        documents.insert(call.scope(), document);
        Reply reply = Reply.created("/v1/documents/" + document.id(), document)
                .etag(document.entityTag())
                .about(document.id());
        return document.origin() == null
                ? reply
                : reply.detail("transcript", document.origin().transcriptId().toString());
    }

    /** From here on nobody gives the appointment to another patient, nor is a consent withdrawn that this rests on. */
    private void hold(Call call, Plan plan) {
        if (plan.transcript().isPresent()) {
            consents.requireDrafting(call.scope(), plan.appointment().id(), true);
        } else if (!appointments.hold(call.scope(), plan.appointment().id())) {
            throw Refusal.notFound();
        }
    }

    private Header header(Call call, Plan plan) {
        return headers.current(call.scope(), plan.appointment().id());
    }

    /** A note must say what its sources say. */
    private Plan unchanged(Call call, Plan before) {
        try {
            if (admit(call).equals(before)) {
                return before;
            }
        } catch (Refusal gone) {
            throw changed();
        }
        throw changed();
    }

    private static Refusal changed() {
        return Refusal.conflict(
                "sources-changed",
                "The transcript, the template or the appointment changed while the note was drafted; ask again.");
    }

    private static List<Section> typed(Plan plan) {
        List<Section> empty = Sections.empty(plan.template());
        List<SectionInput> given = plan.input().sections();
        return given == null ? empty : Sections.of(given, empty);
    }

    private Document made(Plan plan, List<Section> sections, @Nullable Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Document(
                UuidV7.at(now),
                plan.appointment().id(),
                TemplateReference.of(plan.template()),
                Objects.requireNonNullElse(plan.input().title(), plan.template().name()),
                Status.DRAFT,
                sections,
                origin,
                null,
                null,
                null,
                null,
                List.of(),
                1,
                now,
                now);
    }
}
