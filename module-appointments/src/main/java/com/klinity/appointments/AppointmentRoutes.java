package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers the calls about appointments. */
record AppointmentRoutes(InstantSource clock) {

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
        Instant now = now();
        AppointmentInput input = call.body(AppointmentInput.class).asOf(now, null);
        requirePatient(call.scope(), input.patientId());
        UUID id = UuidV7.at(now);
        Stored<AppointmentView> stored = AppointmentTable.insert(call.scope(), id, input, now);
        Reply reply = Reply.created("/v1/appointments/" + id, stored.view());
        return noteConsent(reply.etag(stored.version()).about(id), null, input.recordingConsent());
    }

    Reply read(Call call) {
        return shown(AppointmentTable.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
    }

    Reply change(Call call) {
        AppointmentView current = locked(call);
        Instant now = now();
        AppointmentInput input =
                call.merge(current.input(), AppointmentInput.class).asOf(now, current.recordingConsent());
        current.status().checkMoveTo(input.statusOrScheduled());
        if (!input.patientId().equals(current.patientId())) {
            requirePatient(call.scope(), input.patientId());
        }
        Stored<AppointmentView> stored = AppointmentTable.update(call.scope(), current.id(), input, now);
        return noteConsent(shown(stored), current.recordingConsent(), input.recordingConsent());
    }

    Reply delete(Call call) {
        call.noOtherQuery();
        UUID id = locked(call).id();
        AppointmentTable.delete(call.scope(), id);
        return Reply.noContent().about(id);
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

    /** The row keeps the last decision only; that there was another one before can be seen in the audit log. */
    private static Reply noteConsent(Reply reply, @Nullable Consent before, @Nullable Consent after) {
        boolean was = before != null && before.given();
        boolean is = after != null && after.given();
        return was == is ? reply : reply.detail("recordingConsent", is ? "given" : "withdrawn");
    }

    /** As exact as a timestamp column. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
