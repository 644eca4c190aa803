package com.klinity.appointments;

import com.klinity.appointments.api.Holding;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Answers the calls about patients. */
record PatientRoutes(Removal removal, InstantSource clock) {

    static final Parameters CASCADE = Parameters.none()
            .and(
                    "cascade",
                    Boolean.class,
                    "Whether the patient's appointments go too, with their recordings, transcripts and drafts.");

    Reply list(Call call) {
        Page page = call.page();
        Order order = Order.of(call, PatientList.ORDERS);
        return PatientList.of(call.scope(), new Conditions(), order, page);
    }

    Reply search(Call call) {
        Page page = call.page();
        Conditions conditions = call.body(PatientSearch.class).conditions();
        return PatientList.of(call.scope(), conditions, PatientList.BY_CREATION, page);
    }

    Reply create(Call call) {
        Instant now = now();
        PatientInput input = call.body(PatientInput.class).asOf(now);
        UUID id = UuidV7.at(now);
        Likeness.requireOwnNumber(call.scope(), id, input);
        Stored<PatientView> stored =
                PatientTable.insert(call.scope(), id, input, now).orElseThrow(Likeness::takenMeanwhile);
        PatientWords.add(call.scope(), id, input.name());
        SealedName.makeKey(call.scope());
        List<UUID> alike = Likeness.of(call.scope(), id, input);
        Reply reply = Reply.created("/v1/patients/" + id, stored.view().beside(alike));
        return reply.etag(stored.version()).about(id);
    }

    Reply read(Call call) {
        return shown(PatientTable.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
    }

    Reply change(Call call) {
        Scope scope = call.scope();
        PatientView current = locked(call);
        Instant now = now();
        PatientInput input = call.merge(current.input(), PatientInput.class).asOf(now);
        if (!Objects.equals(input.externalId(), current.externalId())) {
            Likeness.requireOwnNumber(scope, current.id(), input);
        }
        if (!input.name().equals(current.name())) {
            PatientWords.replace(scope, current.id(), input.name());
        }
        Stored<PatientView> stored = PatientTable.update(scope, current.id(), input, now);
        return shown(new Stored<>(stored.view().beside(Likeness.of(scope, current.id(), input)), stored.version()));
    }

    Reply delete(Call call) {
        boolean cascade = call.query("cascade", Boolean.class).orElse(false);
        UUID id = locked(call).id();
        List<UUID> appointments = AppointmentTable.ofPatient(call.scope(), id);
        List<Holding> held = removal.requireUnsigned(call.scope(), appointments, "patient");
        if (!appointments.isEmpty()) {
            deleteAppointments(call.scope(), id, appointments, cascade);
        }
        Removal.audit(call.scope(), held);
        PatientTable.delete(call.scope(), id);
        return Reply.noContent().about(id);
    }

    private static void deleteAppointments(Scope scope, UUID patient, List<UUID> appointments, boolean cascade) {
        if (!cascade) {
            throw Refusal.conflict(
                    "has-appointments",
                    "The patient has appointments. Repeat with '?cascade=true' to delete them as well, with their"
                            + " recordings, transcripts and drafts.");
        }
        AppointmentTable.deleteOfPatient(scope, patient);
        scope.audit(new Touch(Action.DELETE, AppointmentsFeature.APPOINTMENT, appointments), Map.of());
    }

    private static PatientView locked(Call call) {
        Stored<PatientView> stored =
                PatientTable.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        call.ifMatch().check(stored.version());
        return stored.view();
    }

    private static Reply shown(Stored<PatientView> stored) {
        return Reply.ok(stored.view())
                .etag(stored.version())
                .about(stored.view().id());
    }

    /** As exact as a timestamp column. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
