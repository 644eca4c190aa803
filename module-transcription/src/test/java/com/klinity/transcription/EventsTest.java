package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Practitioner ana = Studio.practitioner();
    private String recording = "";
    private String transcript = "";

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
        Follower follower = follow(gate);
        gate.open();
        follower.end().join();
        assertEquals(
                List.of("{\"status\":\"processing\",\"progress\":0.42}", "{\"status\":\"completed\",\"progress\":1.0}"),
                follower.data());
    }

    /** Somebody who comes later tells that the steps were there to be seen. */
    @Test
    void a_follower_sees_no_step_back() {
        List<Gate> steps = Stream.of(0.42, 0.1, 0.2, 0.3).map(Gate::new).toList();
        transcript = Studio.transcript(ana, ENGINE.wish((audio, progress) -> {
            for (Gate step : steps) {
                step.play(audio, progress);
            }
            return ScriptedEngine.CONSULTATION;
        }));
        Follower follower = followerAt(steps.get(0));
        steps.get(0).open();
        Follower later = followerAt(steps.get(1));
        steps.get(1).open();
        later.awaitEvents(2);
        steps.get(2).open();
        later.awaitEvents(3);
        steps.get(3).open();
        follower.end().join();
        assertEquals(
                List.of("{\"status\":\"processing\",\"progress\":0.42}", "{\"status\":\"completed\",\"progress\":1.0}"),
                follower.data());
    }

    @Test
    void a_follower_sees_a_cancellation() {
        Follower follower = follow(new Gate());
        ana.post(transcript + "/cancel");
        follower.end().join();
        assertTrue(follower.data().getLast().startsWith("{\"status\":\"cancelled\","));
    }

    @Test
    void events_tell_nothing_that_was_said() {
        assertFalse(ana.get(Studio.completed(ana) + "/events").text().contains("hurts"));
    }

    @Test
    void following_is_one_entry() {
        String completed = Studio.completed(ana);
        long before = reads();
        ana.get(completed + "/events");
        assertEquals(before + 1, reads());
        assertEquals(List.of(Studio.id(completed)), ana.auditEntries().getLast().resourceIds());
    }

    @Test
    @Tag("AC-6")
    void a_suspended_account_follows_no_longer() {
        Gate gate = new Gate();
        CompletableFuture<Void> end = follow(gate).end().orTimeout(20, TimeUnit.SECONDS);
        Studio.sql(
                "update identity.users set banned_at = now() where id ="
                        + " (select account_id from transcription.transcripts where id = ?)",
                transcript);
        CompletionException cut = assertThrows(CompletionException.class, end::join);
        gate.open();
        assertFalse(cut.getCause() instanceof TimeoutException, () -> "cut by " + cut.getCause());
    }

    @Test
    void events_end_when_the_recording_is_deleted() {
        Gate gate = new Gate();
        Follower follower = follow(gate);
        ana.delete(recording);
        gate.open();
        follower.end().join();
        assertEquals(1, follower.data().size());
    }

    @Test
    void a_change_is_told_after_nobody_could_listen_for_a_while() {
        Follower follower = follow(new Gate());
        Studio.sql(
                "update transcription.transcripts set progress = 0 where id = ? and exists (select"
                        + " pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'klinity-changes')",
                transcript);
        ana.post(transcript + "/cancel");
        follower.end().orTimeout(30, TimeUnit.SECONDS).join();
        assertTrue(follower.data().getLast().startsWith("{\"status\":\"cancelled\","));
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

    /** Somebody who has seen that the engine works. */
    private Follower follow(Gate gate) {
        recording = Studio.recording(ana);
        transcript = Studio.transcript(ana, recording, ENGINE.wish(gate));
        return followerAt(gate);
    }

    private Follower followerAt(Gate gate) {
        gate.awaitEngine();
        Follower follower = new Follower(ana, transcript);
        follower.awaitEvents(1);
        return follower;
    }

    private long reads() {
        return ana.auditEntries().stream()
                .filter(line -> line.action().equals("read"))
                .count();
    }
}
