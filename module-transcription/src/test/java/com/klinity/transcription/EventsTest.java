package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Practitioner ana = Studio.practitioner();

    @Test
    void events_end_with_a_completed_transcript() {
        Answer answer = ana.get(Studio.completed(ana) + "/events");
        assertEquals(
                "200 text/event-stream event: status\ndata: {\"status\":\"completed\",\"progress\":1.0}\n\n",
                answer.status() + " " + answer.header("Content-Type") + " " + answer.text());
    }

    @Test
    void a_follower_sees_progress_and_the_end() {
        Gate gate = new Gate(0.423);
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        CompletableFuture<Answer> following = follow(transcript);
        Studio.SERVER.await(() -> reads() > 0);
        gate.open();
        assertEquals("""
            event: status
            data: {"status":"processing","progress":0.42}

            event: status
            data: {"status":"completed","progress":1.0}

            """, following.join().text());
    }

    @Test
    void a_follower_sees_a_cancellation() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        CompletableFuture<Answer> following = follow(transcript);
        Studio.SERVER.await(() -> reads() > 0);
        ana.post(transcript + "/cancel");
        assertTrue(following.join().text().contains("data: {\"status\":\"failed\","));
    }

    @Test
    void events_tell_nothing_that_was_said() {
        assertFalse(ana.get(Studio.completed(ana) + "/events").text().contains("hurts"));
    }

    @Test
    void following_is_one_entry() {
        String transcript = Studio.completed(ana);
        long before = reads();
        ana.get(transcript + "/events");
        assertEquals(before + 1, reads());
        assertEquals(
                List.of(Studio.id(transcript)), ana.auditEntries().getLast().resourceIds());
    }

    @Test
    @Tag("AC-6")
    void a_suspended_account_follows_no_longer() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        CompletableFuture<Answer> following = follow(transcript);
        Studio.SERVER.await(() -> reads() > 0);
        Studio.sql(
                "update identity.users set banned_at = now() where id ="
                        + " (select account_id from transcription.transcripts where id = ?)",
                transcript);
        CompletableFuture<Answer> bounded = following.orTimeout(3, TimeUnit.SECONDS);
        CompletionException cut = assertThrows(CompletionException.class, bounded::join);
        gate.open();
        assertTrue(cut.getCause() instanceof UncheckedIOException, () -> "cut by " + cut.getCause());
    }

    @Test
    void events_end_when_the_recording_is_deleted() {
        Gate gate = new Gate();
        String recording = Studio.recording(ana);
        String transcript = transcript(ana, recording, ENGINE.wish(gate));
        gate.awaitEngine();
        CompletableFuture<Answer> following = follow(transcript);
        Studio.SERVER.await(() -> reads() > 0);
        ana.delete(recording);
        gate.open();
        assertFalse(following.join().text().contains("completed"));
    }

    @Test
    void nothing_but_events_is_offered() {
        assertEquals(
                406,
                ana.get(Studio.completed(ana) + "/events", "Accept", "application/json")
                        .status());
    }

    @Test
    void what_is_not_there_has_no_events() {
        assertEquals(
                404, ana.get("/v1/transcripts/" + UUID.randomUUID() + "/events").status());
    }

    private CompletableFuture<Answer> follow(String transcript) {
        return CompletableFuture.supplyAsync(() -> ana.get(transcript + "/events"), Thread::startVirtualThread);
    }

    /** Entries of the follower: the stream starts once its entry is durable. */
    private long reads() {
        return ana.auditEntries().stream()
                .filter(line -> line.action().equals("read"))
                .count();
    }
}
