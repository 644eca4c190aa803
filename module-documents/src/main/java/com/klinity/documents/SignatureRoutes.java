package com.klinity.documents;

import com.klinity.appointments.api.Appointments;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** {@code /v1/documents/{id}/sign} and what can be added afterwards. */
final class SignatureRoutes {

    private final Appointments appointments;
    private final DocumentTable documents;
    private final Signing signing;
    private final InstantSource clock;

    SignatureRoutes(Appointments appointments, DocumentTable documents, Signing signing, InstantSource clock) {
        this.appointments = appointments;
        this.documents = documents;
        this.signing = signing;
        this.clock = clock;
    }

    static Refusal signed() {
        return Refusal.conflict("signed", "A signed document does not change; add an addendum instead.");
    }

    Reply sign(Call call) {
        holdAppointment(call);
        SignInput input = SignInput.of(call);
        Document draft = locked(call);
        if (draft.signature() != null) {
            throw signed();
        }
        if (call.header("If-Match").isPresent()) {
            call.ifMatch().check(draft.entityTag());
        }
        Header header = signing.header(call.scope(), draft, input);
        String hash = ContentHash.of(draft, header);
        documents.sign(
                call.scope(),
                draft.id(),
                header,
                new Signature(now(), call.scope().account(), hash));
        Document signed = documents.find(call.scope(), draft.id()).orElseThrow();
        return Reply.ok(signed).etag(signed.entityTag()).about(signed.id()).detail("contentHash", hash);
    }

    /** Before the document, as whoever deletes an appointment does: then neither waits for the other. */
    private void holdAppointment(Call call) {
        Document found = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (!appointments.hold(call.scope(), found.appointmentId())) {
            throw Refusal.notFound();
        }
    }

    Reply add(Call call) {
        Document document = locked(call);
        Signature signature = document.signature();
        if (signature == null) {
            throw Refusal.conflict("not-signed", "A draft takes no addenda; change it instead.");
        }
        AddendumInput input = call.body(AddendumInput.class);
        PaperRules.check(document.addenda(), input.text());
        Rules rules = new Rules();
        Paper.check(rules, "/text", input.text());
        rules.enforce();
        Instant now = later(document);
        UUID id = UuidV7.at(now);
        String before = document.addenda().isEmpty()
                ? signature.contentHash()
                : document.addenda().getLast().contentHash();
        Addendum addendum = new Addendum(id, input.text(), now, ContentHash.of(before, id, input.text(), now));
        documents.insertAddendum(call.scope(), document.id(), addendum);
        return Reply.created("/v1/documents/" + document.id() + "/addenda/" + id, addendum)
                .etag(1)
                .about(document.id())
                .detail("addendum", id.toString());
    }

    Reply readAddendum(Call call) {
        Document document = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        UUID id = call.id("addendum");
        Addendum addendum = document.addenda().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Reply.ok(addendum).etag(1).about(document.id()).detail("addendum", id.toString());
    }

    private Document locked(Call call) {
        return documents.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
    }

    /** Addenda are a chain, so each is later than the one before even when the clock is not. */
    private Instant later(Document document) {
        Instant now = now();
        if (document.addenda().isEmpty()) {
            return now;
        }
        Instant next = document.addenda().getLast().addedAt().plus(1, ChronoUnit.MICROS);
        return now.isBefore(next) ? next : now;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
