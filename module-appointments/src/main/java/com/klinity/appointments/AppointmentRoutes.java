package com.klinity.appointments;

import com.klinity.appointments.ConsentHistory.Addition;
import com.klinity.appointments.api.Holding;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers the calls about appointments. */
record AppointmentRoutes(ConsentHistory history, AllHoldings holdings, InstantSource clock) {

    Reply list(Call call) {
        return AppointmentList.of(call, AppointmentFilter.of(call));
    }

    Reply ofPatient(Call call) {
        UUID patient = call.id("id");
        Conditions conditions = AppointmentFilter.ofPatient(call, patient);
        if (PatientTable.find(call.scope(), patient).isEmpty()) {
            throw Refusal.notFound();
        }
        return AppointmentList.of(call, conditions);
    }

    Reply create(Call call) {
        Scope scope = call.scope();
        Instant now = now();
        AppointmentInput input = call.body(AppointmentInput.class);
        requirePatient(scope, input.patientId());
        @Nullable
        Consent consent = input.recordingConsent() == null
                ? null
                : history.settled(scope, null, input.recordingConsent(), null, AppointmentInput.CONSENT, now);
        UUID id = UuidV7.at(now);
        Stored<AppointmentView> stored = AppointmentTable.insert(scope, id, input.with(consent), now);
        if (consent != null) {
            history.add(scope, id, new Addition(consent, Wording.NONE, RecordedWith.BOOKING), null, now);
        }
        Reply reply = Reply.created("/v1/appointments/" + id, stored.view());
        return noteConsent(reply.etag(stored.version()).about(id), null, consent);
    }

    Reply read(Call call) {
        return shown(AppointmentTable.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
    }

    Reply change(Call call) {
        AppointmentView current = locked(call);
        AppointmentInput input = call.merge(current.input(), AppointmentInput.class);
        current.status().checkMoveTo(input.statusOrScheduled());
        boolean moved = !input.patientId().equals(current.patientId());
        if (moved) {
            requireFree(call.scope(), current.id());
            requirePatient(call.scope(), input.patientId());
        }
        return changed(call.scope(), current, input, moved, now());
    }

    private Reply changed(Scope scope, AppointmentView current, AppointmentInput input, boolean moved, Instant now) {
        @Nullable Consent before = current.recordingConsent();
        Optional<Addition> addition = addition(scope, current, input.recordingConsent(), moved, now);
        @Nullable Consent after = addition.map(Addition::consent).orElse(before);
        Stored<AppointmentView> stored = AppointmentTable.update(scope, current.id(), input.with(after), now);
        @Nullable
        Affected affected = addition.map(added -> history.add(scope, current.id(), added, before, now))
                .map(ConsentEntry::affected)
                .orElse(null);
        return noteConsent(shown(new Stored<>(stored.view().with(affected), stored.version())), before, after);
    }

    /**
     * What a change says of consent, if anything. Consent that is taken out is withdrawn, for a history cannot be undone;
     * what another patient agreed to covers nobody else.
     */
    private Optional<Addition> addition(
            Scope scope, AppointmentView current, @Nullable Consent said, boolean moved, Instant now) {
        @Nullable Consent before = current.recordingConsent();
        if (moved && before != null) {
            return Optional.of(ended(before, said, now));
        }
        if (said == null) {
            return Optional.ofNullable(before).filter(Consent::given).map(given -> with(given.withdrawn(now)));
        }
        return said.equals(before)
                ? Optional.empty()
                : Optional.of(with(history.settled(scope, current.id(), said, before, AppointmentInput.CONSENT, now)));
    }

    private static Addition with(Consent consent) {
        return new Addition(consent, Wording.NONE, RecordedWith.APPOINTMENT);
    }

    /** A merge cannot tell what one patient said from what another did, so a new consent is a request of its own. */
    private static Addition ended(Consent before, @Nullable Consent said, Instant now) {
        if (said != null && said.given() && !said.equals(before)) {
            throw Refusal.invalid(
                    AppointmentInput.CONSENT,
                    "cannot be given together with another patient; change the patient first, then record it");
        }
        return new Addition(new Consent(false, now, null, null), Wording.NONE, RecordedWith.MOVE);
    }

    Reply delete(Call call) {
        UUID id = locked(call).id();
        List<Holding> held = new Removal(holdings).requireUnsigned(call.scope(), List.of(id), "appointment");
        AppointmentTable.delete(call.scope(), id);
        Removal.audit(call.scope(), held);
        return Reply.noContent().about(id);
    }

    /** Whatever was said or written about one patient is never about another one. */
    private void requireFree(Scope scope, UUID appointment) {
        if (ConsentTable.binds(scope, appointment)
                || !holdings.of(scope, List.of(appointment)).isEmpty()) {
            throw Refusal.conflict(
                    "appointment-in-use",
                    "The appointment has a recorded consent, recordings or documents, so it stays with its patient."
                        + " Make an appointment for the other patient; what was recorded by mistake can be deleted.");
        }
    }

    private static AppointmentView locked(Call call) {
        Stored<AppointmentView> stored =
                AppointmentTable.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        call.ifMatch().check(stored.version());
        return stored.view();
    }

    /** Another account's patient is as unknown here as one that never was. */
    private static void requirePatient(Scope scope, UUID patient) {
        if (!PatientTable.hold(scope, patient)) {
            throw Refusal.invalid("/patientId", "must be the id of a patient");
        }
    }

    private static Reply shown(Stored<AppointmentView> stored) {
        return Reply.ok(stored.view())
                .etag(stored.version())
                .about(stored.view().id());
    }

    /** Whether the decision became another one. */
    private static Reply noteConsent(Reply reply, @Nullable Consent before, @Nullable Consent after) {
        boolean was = Consent.isGiven(before);
        boolean is = Consent.isGiven(after);
        return was == is ? reply : reply.detail("recordingConsent", is ? "given" : "withdrawn");
    }

    /** As exact as a timestamp column. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
