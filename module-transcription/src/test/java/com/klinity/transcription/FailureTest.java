package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.text;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobKey;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FailureTest {

    private static final String SOON = "update platform.jobs set available_at = now() where subject_id = ?";
    private static final String LAST_SOON =
            "update platform.jobs set available_at = now(), attempts = 4 where subject_id = ?";

    private final Practitioner ana = Studio.practitioner();

    @Test
    void what_the_engine_does_not_take_fails_at_once() {
        String transcript = transcript(ana, failing(Code.UNSUPPORTED_AUDIO));
        Answer answer = awaitStatus(ana, transcript, "failed");
        assertEquals(
                "1 {\"code\":\"unsupported_audio\",\"detail\":\"As the script says.\",\"retryable\":false}",
                answer.json().path("attempts").asString() + " " + answer.json().path("failure"));
    }

    @Test
    void a_language_that_the_engine_does_not_know_fails() {
        Answer answer = awaitStatus(ana, transcript(ana, "{\"language\": \"tlh\"}"), "failed");
        assertEquals("unsupported_language", failure(answer).path("code").asString());
    }

    @Test
    void a_failed_transcript_has_no_text() {
        Answer answer = awaitStatus(ana, transcript(ana, failing(Code.UNREADABLE_AUDIO)), "failed");
        assertEquals("[]", answer.json().path("utterances") + text(answer, "text"));
    }

    @Test
    void what_may_pass_is_tried_again() {
        AtomicInteger plays = new AtomicInteger();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            if (plays.incrementAndGet() == 1) {
                throw new TranscriptionFailure(Code.ENGINE_UNAVAILABLE, "Not now.");
            }
            return ScriptedEngine.listen(audio, progress);
        }));
        hurry(transcript, SOON);
        Answer answer = awaitStatus(ana, transcript, "completed");
        assertEquals("2", answer.json().path("attempts").asString());
    }

    @Test
    void what_never_passes_fails_after_the_last_attempt() {
        String transcript = transcript(ana, failing(Code.ENGINE_UNAVAILABLE));
        hurry(transcript, LAST_SOON);
        JsonNode failure = failure(awaitStatus(ana, transcript, "failed"));
        assertEquals("engine_unavailable true", told(failure));
    }

    @Test
    void an_engine_that_breaks_its_contract_is_a_failed_engine() {
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            throw new IllegalStateException("words of a patient");
        }));
        hurry(transcript, LAST_SOON);
        Answer answer = awaitStatus(ana, transcript, "failed");
        assertEquals("engine_failed true", told(failure(answer)));
        assertFalse(answer.text().contains("patient"));
    }

    @Test
    void a_store_that_is_away_is_waited_for() {
        AtomicInteger plays = new AtomicInteger();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            if (plays.incrementAndGet() > 1) {
                Studio.STORE.recover();
                return ScriptedEngine.listen(audio, progress);
            }
            Studio.STORE.failWith(BlobFailure.Code.UNAVAILABLE);
            return ScriptedEngine.listen(audio, progress);
        }));
        hurry(transcript, SOON);
        assertEquals(
                "2",
                awaitStatus(ana, transcript, "completed")
                        .json()
                        .path("attempts")
                        .asString());
    }

    @Test
    void a_recording_without_its_audio_fails_at_once() {
        String recording = Studio.recording(ana);
        Studio.STORE.delete(new BlobKey(ana.account(), Studio.id(recording)));
        Answer answer = awaitStatus(ana, transcript(ana, recording, "{}"), "failed");
        assertEquals("unreadable_audio false", told(failure(answer)));
    }

    @Test
    void text_that_no_database_holds_is_replaced() {
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> Spoke.once("a\u0000b\ud800c")));
        assertEquals("a\ufffdb\ufffdc", text(awaitStatus(ana, transcript, "completed"), "text"));
    }

    @Test
    void nobody_speaking_is_a_completed_transcript() {
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> Spoke.never()));
        assertEquals("", text(awaitStatus(ana, transcript, "completed"), "text"));
    }

    @Test
    void a_failed_transcript_can_be_tried_again() {
        AtomicInteger plays = new AtomicInteger();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            if (plays.incrementAndGet() == 1) {
                throw new TranscriptionFailure(Code.ENGINE_REFUSED, "No credit.");
            }
            return ScriptedEngine.listen(audio, progress);
        }));
        awaitStatus(ana, transcript, "failed");
        Answer retried = ana.post(transcript + "/retry");
        assertEquals("202 queued", retried.status() + " " + text(retried, "status"));
        assertEquals(
                "2",
                awaitStatus(ana, transcript, "completed")
                        .json()
                        .path("attempts")
                        .asString());
    }

    @Test
    void a_transcript_that_is_tried_again_has_no_failure() {
        String transcript = transcript(ana, failing(Code.ENGINE_REFUSED));
        awaitStatus(ana, transcript, "failed");
        assertFalse(ana.post(transcript + "/retry").json().has("failure"));
    }

    @Test
    void only_what_failed_can_be_tried_again() {
        Answer answer = ana.post(Studio.completed(ana) + "/retry");
        assertEquals("409 not-failed", answer.status() + " " + problem(answer));
    }

    private static String failing(Code code) {
        return ENGINE.wish((audio, progress) -> {
            throw new TranscriptionFailure(code, "As the script says.");
        });
    }

    /** Once the first attempt has failed, the next one does not wait. */
    private static void hurry(String transcript, String change) {
        Studio.SERVER.await(() -> Studio.value(
                        "select attempts > 0 and lease_until is null from platform.jobs where subject_id = ?",
                        transcript)
                .equals("t"));
        Studio.sql(change, transcript);
    }

    private static JsonNode failure(Answer answer) {
        return answer.json().path("failure");
    }

    private static String told(JsonNode failure) {
        return failure.path("code").asString() + " " + failure.path("retryable").asString();
    }
}
