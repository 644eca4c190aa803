package com.klinity.transcription;

import com.klinity.appointments.api.Holder;
import com.klinity.appointments.api.Holding;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What this feature keeps of appointments. A withdrawal ends what waits or is worked on: its job is taken back, so that no
 * server begins it, and a run that is under way can write nothing more and is interrupted within seconds, wherever it is.
 */
record KeptTranscripts(FeatureContext context) implements Holder {

    private static final String OF = """
        select id from transcription.transcripts where appointment_id = any(:appointments) order by created_at, id
        """;
    private static final String UNDER_WAY = """
        select id from transcription.transcripts
        where appointment_id = :appointment and status in ('queued', 'processing') order by created_at, id
        """;
    private static final String TELL =
            "update transcription.transcripts set version = version + 1 where appointment_id = :appointment";

    @Override
    public List<Holding> of(Scope scope, List<UUID> appointments) {
        return context.own(scope)
                .sql(OF)
                .set("appointments", appointments)
                .list(row -> new Holding(Holding.Kind.TRANSCRIPT, row.uuid("id"), true));
    }

    /** What they show becomes something else, so they are of another version. */
    @Override
    public void consentChanged(Scope theirs, UUID appointment, boolean given) {
        Scope scope = context.own(theirs);
        if (!given) {
            stop(scope, appointment);
        }
        scope.sql(TELL).set("appointment", appointment).execute();
    }

    private void stop(Scope scope, UUID appointment) {
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> underWay =
                scope.sql(UNDER_WAY).set("appointment", appointment).list(row -> row.uuid("id"));
        for (UUID id : underWay) {
            scope.withdraw(TranscribeJob.TOPIC, id);
            RunTable.cancel(scope, id, Failure.CONSENT_MISSING, now);
        }
        if (!underWay.isEmpty()) {
            Touch touch = new Touch(Action.UPDATE, TranscriptionFeature.TRANSCRIPT, underWay);
            scope.audit(touch, Map.of("status", "cancelled", "code", Failure.CONSENT_MISSING.code()));
        }
    }
}
