package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.recording;
import static com.klinity.transcription.Studio.text;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.transcription.spi.TranscriptionFailure;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final long PROMISED = TimeUnit.SECONDS.toNanos(5);
    private static final String WITHDRAWN = "{\"given\": false, \"method\": \"verbal\"}";
    private static final String GIVEN = "{\"given\": true, \"method\": \"verbal\"}";

    private final Practitioner ana = Studio.practitioner();
    private final String recording = recording(ana);

    @Test
    void without_consent_nothing_new_is_heard() {
        say(WITHDRAWN);
        Answer answer = ana.post(recording + "/transcripts", "{}");
        assertEquals("409 consent-missing", answer.status() + " " + problem(answer));
    }

    @Test
    void without_consent_nothing_is_tried_again() {
        String transcript = transcript(ana, recording, failing());
        awaitStatus(ana, transcript, "failed");
        say(WITHDRAWN);
        Answer answer = ana.post(transcript + "/retry");
        assertEquals("409 consent-missing", answer.status() + " " + problem(answer));
    }

    @Test
    void with_consent_given_again_it_is() {
        String transcript = transcript(ana, recording, failing());
        awaitStatus(ana, transcript, "failed");
        say(WITHDRAWN);
        say(GIVEN);
        assertEquals(202, ana.post(transcript + "/retry").status());
    }

    @Test
    void what_is_being_heard_stops_with_consent() {
        Gate gate = new Gate();
        String transcript = transcript(ana, recording, ENGINE.wish(gate));
        gate.awaitEngine();
        say(WITHDRAWN);
        Answer answer = ana.get(transcript);
        assertEquals(
                "cancelled consent_missing",
                text(answer, "status") + " " + answer.json().at("/failure/code").asString());
    }

    @Test
    void the_engine_is_interrupted_in_the_promised_time() {
        Gate gate = new Gate();
        transcript(ana, recording, ENGINE.wish(gate));
        gate.awaitEngine();
        long before = System.nanoTime();
        say(WITHDRAWN);
        gate.awaitEnd();
        assertTrue(System.nanoTime() - before < PROMISED);
    }

    @Test
    void what_waits_is_never_heard() {
        List<Gate> gates = Stream.generate(Gate::new).limit(Studio.WORKERS).toList();
        gates.forEach(gate -> transcript(ana, ENGINE.wish(gate)));
        gates.forEach(Gate::awaitEngine);
        Gate waiting = new Gate();
        String transcript = transcript(ana, recording, ENGINE.wish(waiting));
        say(WITHDRAWN);
        String status = Studio.status(ana, transcript);
        String jobs = Studio.jobs(transcript);
        gates.forEach(Gate::open);
        awaitStatus(ana, transcript(ana, "{}"), "completed");
        assertEquals("cancelled 0 false", status + " " + jobs + " " + waiting.hasEngine());
    }

    /** Such as one from before consent was asked for here. */
    @Test
    void work_whose_consent_is_gone_is_not_begun() {
        List<Gate> gates = Stream.generate(Gate::new).limit(Studio.WORKERS).toList();
        gates.forEach(gate -> transcript(ana, ENGINE.wish(gate)));
        gates.forEach(Gate::awaitEngine);
        Gate waiting = new Gate();
        String transcript = transcript(ana, recording, ENGINE.wish(waiting));
        Studio.sql(
                "update appointments.appointments set consent_given = false"
                        + " where id = (select appointment_id from transcription.transcripts where id = ?)",
                transcript);
        gates.forEach(Gate::open);
        awaitStatus(ana, transcript, "cancelled");
        assertFalse(waiting.hasEngine());
    }

    @Test
    void a_withdrawal_names_what_there_is() {
        String transcript = transcript(ana, recording, "{}");
        awaitStatus(ana, transcript, "completed");
        Answer withdrawal = say(WITHDRAWN);
        assertEquals(
                List.of(Studio.id(recording) + " " + Studio.id(transcript)),
                List.of(withdrawal.json().at("/affected/recordings/0").asString() + " "
                        + withdrawal.json().at("/affected/transcripts/0").asString()));
    }

    @Test
    void what_was_heard_says_that_consent_is_gone() {
        String transcript = transcript(ana, recording, "{}");
        Answer before = awaitStatus(ana, transcript, "completed");
        say(WITHDRAWN);
        Answer after = ana.get(transcript);
        assertEquals(
                "false true true",
                before.json().has("consentWithdrawn") + " "
                        + after.json().path("consentWithdrawn").asBoolean() + " "
                        + !after.etag().equals(before.etag()));
    }

    @Test
    void so_do_its_captions() {
        String transcript = transcript(ana, recording, "{}");
        awaitStatus(ana, transcript, "completed");
        say(WITHDRAWN);
        assertEquals("true", ana.get(transcript, "Accept", "text/vtt").header("X-Consent-Withdrawn"));
    }

    @Test
    void and_so_does_each_list() {
        awaitStatus(ana, transcript(ana, recording, "{}"), "completed");
        say(WITHDRAWN);
        assertTrue(ana.get(recording + "/transcripts")
                .json()
                .at("/items/0/consentWithdrawn")
                .asBoolean());
    }

    @Test
    void stopping_leaves_an_entry_in_the_audit_log() {
        Gate gate = new Gate();
        String transcript = transcript(ana, recording, ENGINE.wish(gate));
        gate.awaitEngine();
        say(WITHDRAWN);
        assertTrue(ana.auditEntries().stream()
                .anyMatch(line -> line.resourceIds().contains(Studio.id(transcript))
                        && line.details().contains("consent_missing")));
    }

    @Test
    void a_transcript_of_a_cancelled_appointment_is_still_made() {
        String appointment = appointment();
        assertEquals(
                200, ana.patch(appointment, "*", "{\"status\": \"cancelled\"}").status());
        assertEquals(202, ana.post(recording + "/transcripts", "{}").status());
    }

    private Answer say(String consent) {
        Answer answer = ana.post(appointment() + "/consents", consent);
        assertEquals(201, answer.status(), answer::text);
        return answer;
    }

    private String appointment() {
        return "/v1/appointments/" + text(ana.get(recording), "appointmentId");
    }

    private static String failing() {
        return ENGINE.wish((audio, progress) -> {
            throw new TranscriptionFailure(TranscriptionFailure.Code.UNREADABLE_AUDIO, "It cannot be read.");
        });
    }
}
