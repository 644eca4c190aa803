package com.klinity.appointments;

import com.klinity.appointments.ConsentHistory.Addition;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1/appointments/{id}/consents}: what a patient agreed to, and when that ended. */
record ConsentRoutes(ConsentHistory history, InstantSource clock) {

    Reply list(Call call) {
        UUID appointment = call.id("id");
        Page page = call.page();
        if (AppointmentTable.find(call.scope(), appointment).isEmpty()) {
            throw Refusal.notFound();
        }
        Page.Of<ConsentEntry> entries = page.of(
                ConsentTable.list(call.scope(), appointment, page),
                entry -> new Page.Position(entry.recordedAt(), entry.id()));
        return Reply.ok(entries)
                .about(entries.items().stream().map(ConsentEntry::id).toList());
    }

    Reply read(Call call) {
        ConsentEntry entry = ConsentTable.find(call.scope(), call.id("id"), call.id("consent"))
                .orElseThrow(Refusal::notFound);
        return Reply.ok(entry).etag(ConsentEntry.VERSION).about(entry.id());
    }

    /** Nothing is overwritten, so nobody needs to know what was there. */
    Reply create(Call call) {
        Scope scope = call.scope();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ConsentInput input = call.body(ConsentInput.class);
        AppointmentView appointment = AppointmentTable.lock(scope, call.id("id"))
                .orElseThrow(Refusal::notFound)
                .view();
        @Nullable Consent before = appointment.recordingConsent();
        Consent consent = history.settled(scope, appointment.id(), input.consent(), before, "", now);
        AppointmentTable.update(scope, appointment.id(), appointment.input().with(consent), now);
        ConsentEntry entry = history.add(
                scope, appointment.id(), new Addition(consent, input.wording(), RecordedWith.CONSENT), before, now);
        Reply reply = Reply.created("/v1/appointments/" + appointment.id() + "/consents/" + entry.id(), entry)
                .etag(ConsentEntry.VERSION)
                .about(entry.id());
        return reply.detail("appointment", appointment.id().toString())
                .detail("recordingConsent", consent.given() ? "given" : "withdrawn");
    }
}
