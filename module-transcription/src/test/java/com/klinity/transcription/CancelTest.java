package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.text;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.transcription.spi.Transcription;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CancelTest {

    /** Of a lost lease the worker hears every five seconds. */
    private static final long SOONER_THAN_THE_LEASE = TimeUnit.SECONDS.toNanos(4);

    private final Practitioner ana = Studio.practitioner();

    @Test
    void a_running_transcript_is_cancelled() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        Answer answer = ana.post(transcript + "/cancel");
        assertEquals(
                "200 cancelled cancelled",
                answer.status() + " " + text(answer, "status") + " "
                        + answer.json().at("/failure/code").asString());
    }

    @Test
    void the_engine_is_interrupted_at_once() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        ana.post(transcript + "/cancel");
        long before = System.nanoTime();
        gate.awaitEnd();
        assertTrue(System.nanoTime() - before < SOONER_THAN_THE_LEASE);
    }

    @Test
    void a_cancelled_transcript_leaves_no_job() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish(gate));
        gate.awaitEngine();
        ana.post(transcript + "/cancel");
        assertEquals("0", Studio.jobs(transcript));
    }

    @Test
    void an_engine_that_does_not_listen_cannot_undo_it() {
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            try {
                return gate.play(audio, progress);
            } catch (InterruptedException e) {
                return ScriptedEngine.CONSULTATION;
            }
        }));
        gate.awaitEngine();
        ana.post(transcript + "/cancel");
        gate.awaitEnd();
        String other = transcript(ana, "{}");
        awaitStatus(ana, other, "completed");
        assertEquals("cancelled", Studio.status(ana, transcript));
    }

    @Test
    void a_waiting_transcript_is_cancelled_without_being_heard() {
        List<Gate> gates = Stream.generate(Gate::new).limit(Studio.WORKERS).toList();
        gates.forEach(gate -> transcript(ana, ENGINE.wish(gate)));
        gates.forEach(Gate::awaitEngine);
        AtomicInteger plays = new AtomicInteger();
        String waiting = transcript(ana, ENGINE.wish((audio, progress) -> {
            plays.incrementAndGet();
            return ScriptedEngine.CONSULTATION;
        }));
        Answer answer = ana.post(waiting + "/cancel");
        String after = transcript(ana, "{}");
        gates.forEach(Gate::open);
        awaitStatus(ana, after, "completed");
        assertEquals("200 cancelled 0", answer.status() + " " + Studio.status(ana, waiting) + " " + plays);
    }

    @Test
    void a_cancelled_transcript_can_be_tried_again() {
        AtomicInteger plays = new AtomicInteger();
        Gate gate = new Gate();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            Transcription heard = plays.incrementAndGet() == 1 ? gate.play(audio, progress) : Spoke.once("Again.");
            return heard;
        }));
        gate.awaitEngine();
        ana.post(transcript + "/cancel");
        ana.post(transcript + "/retry");
        assertEquals("Again.", text(awaitStatus(ana, transcript, "completed"), "text"));
    }

    @Test
    void every_worker_goes_on_after_cancellations() {
        for (int i = 0; i < 2 * Studio.WORKERS; i++) {
            Gate gate = new Gate();
            String transcript = transcript(ana, ENGINE.wish(gate));
            gate.awaitEngine();
            ana.post(transcript + "/cancel");
        }
        List<Gate> gates = Stream.generate(Gate::new).limit(Studio.WORKERS).toList();
        gates.forEach(gate -> transcript(ana, ENGINE.wish(gate)));
        gates.forEach(Gate::awaitEngine);
        gates.forEach(Gate::open);
        gates.forEach(Gate::awaitEnd);
        assertEquals("completed", Studio.status(ana, Studio.completed(ana)));
    }

    @Test
    void what_has_ended_cannot_be_cancelled() {
        Answer answer = ana.post(Studio.completed(ana) + "/cancel");
        assertEquals("409 already-ended", answer.status() + " " + problem(answer));
    }
}
