package com.klinity.transcription;

import com.klinity.appointments.api.Consents;
import com.klinity.media.api.RecordingCard;
import com.klinity.media.api.Recordings;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Answers the calls that change transcripts. Those that end work take the job back before they look at the transcript: a
 * run locks the two in that order.
 */
record ChangeRoutes(
        Recordings recordings,
        Consents consents,
        Engine engine,
        Running running,
        WaitingBudget budget,
        Json json,
        InstantSource clock) {

    /**
     * Only what failed or was cancelled is tried again, and only with consent, which is asked for first because a
     * withdrawal locks in that order. Work that was given up is not done twice, and where another transcript waits for the
     * same, that one is the answer.
     */
    Reply retry(Call call) {
        UUID id = call.id("id");
        Transcript seen = TranscriptTable.find(call.scope(), id).orElseThrow(Refusal::notFound);
        consents.requireProcessing(call.scope(), seen.appointmentId(), true);
        RecordingCard recording =
                recordings.find(call.scope(), seen.recordingId()).orElseThrow(Refusal::notFound);
        engine.capabilities().requireStill(seen.language(), recording.contentType());
        call.scope().withdraw(TranscribeJob.TOPIC, id);
        if (!locked(call.scope(), id).status().unsuccessful()) {
            throw Refusal.conflict("not-failed", "Only a failed or cancelled transcript can be tried again.");
        }
        return accepted(call.scope(), WishTable.twin(call.scope(), id).orElseGet(() -> requeued(call.scope(), id)));
    }

    private UUID requeued(Scope scope, UUID id) {
        budget.check(scope);
        TranscriptTable.requeue(scope, id, now());
        scope.enqueue(TranscribeJob.TOPIC, id);
        return id;
    }

    private static Reply accepted(Scope scope, UUID id) {
        Transcript waiting = TranscriptTable.find(scope, id).orElseThrow(Refusal::notFound);
        return Reply.accepted(TranscriptRoutes.address(id), waiting.view(List.of(), true))
                .etag(waiting.version())
                .about(id);
    }

    /** Also the way out for a transcript whose work was given up while its account was suspended. */
    Reply cancel(Call call) {
        UUID id = call.id("id");
        call.scope().withdraw(TranscribeJob.TOPIC, id);
        if (locked(call.scope(), id).status().ended()) {
            throw Refusal.conflict("already-ended", "Only a transcript that is queued or processing can be cancelled.");
        }
        RunTable.cancel(call.scope(), id, Failure.CANCELLED, now());
        running.stop(id);
        return shown(call.scope(), id);
    }

    /** See {@link Corrections} for what the body is. */
    Reply correct(Call call) {
        UUID id = call.id("id");
        Transcript transcript = locked(call.scope(), id);
        call.ifMatch().check(transcript.version());
        Form.requireText(transcript);
        TranscriptTable.Text text = TranscriptTable.text(call.scope(), id);
        Corrections corrections = call.merge(text.corrections(), Corrections.class);
        List<Spoken> corrected = corrections.of(text.original());
        TranscriptTable.correct(call.scope(), id, json.write(corrections), json.write(corrected), now());
        return shown(call.scope(), id);
    }

    private static Transcript locked(Scope scope, UUID id) {
        return TranscriptTable.lock(scope, id).orElseThrow(Refusal::notFound);
    }

    private Reply shown(Scope scope, UUID id) {
        Transcript transcript = locked(scope, id);
        boolean consent = consents.given(scope, transcript.appointmentId());
        return Form.JSON
                .reply(transcript, TranscriptTable.utterances(scope, id), consent)
                .about(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
