package com.klinity.transcription;

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
record ChangeRoutes(Running running, Json json, InstantSource clock) {

    /** Only what failed is tried again; what was cancelled has failed. Work that was given up is not done twice. */
    Reply retry(Call call) {
        UUID id = call.id("id");
        call.noOtherQuery();
        call.scope().withdraw(TranscribeJob.TOPIC, id);
        if (locked(call.scope(), id).status() != Status.FAILED) {
            throw Refusal.conflict("not-failed", "Only a failed transcript can be tried again.");
        }
        TranscriptTable.requeue(call.scope(), id, now());
        call.scope().enqueue(TranscribeJob.TOPIC, id);
        Transcript queued = locked(call.scope(), id);
        return Reply.accepted(TranscriptRoutes.address(id), queued.view(List.of()))
                .etag(queued.version())
                .about(id);
    }

    /** Also the way out for a transcript whose work was given up while its account was suspended. */
    Reply cancel(Call call) {
        UUID id = call.id("id");
        call.noOtherQuery();
        call.scope().withdraw(TranscribeJob.TOPIC, id);
        if (locked(call.scope(), id).status().ended()) {
            throw Refusal.conflict("already-ended", "Only a transcript that is queued or processing can be cancelled.");
        }
        RunTable.fail(call.scope(), id, Failure.CANCELLED, now());
        running.stop(id);
        return shown(call.scope(), id);
    }

    /** See {@link Corrections} for what the body is. */
    Reply correct(Call call) {
        UUID id = call.id("id");
        call.noOtherQuery();
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

    private static Reply shown(Scope scope, UUID id) {
        return Form.JSON
                .reply(locked(scope, id), TranscriptTable.utterances(scope, id))
                .about(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
