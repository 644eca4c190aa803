package com.klinity.documents;

import com.klinity.appointments.api.Appointments;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Signs a document. Whether paper can show it is found out between two looks at it, as fonts are read for that; what
 * changed meanwhile is not signed.
 */
record DocumentSigning(
        Appointments appointments, DocumentTable documents, Headers headers, Signing signing, InstantSource clock)
        implements Staged<Signing.Ready, Signing.Ready> {

    @Override
    public Signing.Ready admit(Call call) {
        return ready(call, documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
    }

    @Override
    public Signing.Ready work(Call call, Signing.Ready ready) {
        signing.check(ready);
        return ready;
    }

    @Override
    public Reply record(Call call, Signing.Ready checked) {
        holdAppointment(call, checked.draft());
        Document draft = documents.lock(call.scope(), checked.draft().id()).orElseThrow(Refusal::notFound);
        if (!ready(call, draft).equals(checked)) {
            throw Refusal.conflict(
                    "changed-meanwhile",
                    "The document, its patient, its appointment or who signs changed while it was signed; read it again"
                            + " before you sign it.");
        }
        String hash = ContentHash.of(draft, checked.header());
        Signature signature = new Signature(
                clock.instant().truncatedTo(ChronoUnit.MICROS), call.scope().account(), hash);
        documents.sign(call.scope(), draft.id(), checked.header(), signature);
        Document signed = documents.find(call.scope(), draft.id()).orElseThrow();
        return headers.reply(call.scope(), signed).detail("contentHash", hash);
    }

    /** Before the document, as whoever deletes an appointment does: then neither waits for the other. */
    private void holdAppointment(Call call, Document found) {
        if (!appointments.hold(call.scope(), found.appointmentId())) {
            throw Refusal.notFound();
        }
    }

    private Signing.Ready ready(Call call, Document draft) {
        SignInput input = SignInput.of(call);
        if (draft.signature() != null) {
            throw Signature.stands();
        }
        Document shown = headers.shown(call.scope(), draft);
        // A signature is on what was seen, so here a tag with a digest means just that.
        if (call.header("If-Match").isPresent()) {
            call.ifMatch().check(draft.entityTag(), shown);
        }
        return Signing.ready(call.scope(), draft, shown, input);
    }
}
