package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.recording;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same transcript asked for again. */
class SameWishTest {

    private static final int AT_ONCE = 8;

    private final Practitioner ana = Studio.practitioner();
    private final String recording = recording(ana);
    private final Gate gate = new Gate();
    private final String wish = ENGINE.wish(gate);

    @AfterEach
    void nobody_waits_any_longer() {
        gate.open();
    }

    @Test
    void while_it_is_heard_it_is_the_one_that_is_heard() {
        String first = transcript(ana, recording, wish);
        gate.awaitEngine();
        Answer again = ana.post(recording + "/transcripts", wish);
        assertEquals(
                "202 " + first + " processing",
                again.status() + " " + again.location() + " " + Studio.text(again, "status"));
    }

    @Test
    void it_leaves_no_second_job() {
        String first = transcript(ana, recording, wish);
        transcript(ana, recording, wish);
        assertEquals("1", Studio.jobs(first));
    }

    @Test
    void many_times_at_once_it_is_one() throws Exception {
        List<Callable<String>> calls = IntStream.range(0, AT_ONCE)
                .<Callable<String>>mapToObj(call -> () -> transcript(ana, recording, wish))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> answers = threads.invokeAll(calls);
            String first = answers.getFirst().get();
            for (Future<String> answer : answers) {
                assertEquals(first, answer.get());
            }
        }
    }

    @Test
    void once_it_is_completed_it_is_another() {
        String first = transcript(ana, recording, "{}");
        awaitStatus(ana, first, "completed");
        assertNotEquals(first, transcript(ana, recording, "{}"));
    }

    @Test
    void once_it_was_cancelled_it_is_another() {
        String first = transcript(ana, recording, wish);
        ana.post(first + "/cancel");
        assertNotEquals(first, transcript(ana, recording, wish));
    }

    @Test
    void in_another_language_it_is_another() {
        String first = transcript(ana, recording, wish);
        String other = wish.replace("{", "{\"language\": \"pt\", ");
        assertNotEquals(first, transcript(ana, recording, other));
    }

    @Test
    void of_another_number_of_speakers_it_is_another() {
        String first = transcript(ana, recording, wish);
        String other = wish.replace("{", "{\"speakers\": 2, ");
        assertNotEquals(first, transcript(ana, recording, other));
    }

    @Test
    void of_another_recording_it_is_another() {
        String first = transcript(ana, recording, wish);
        assertNotEquals(first, transcript(ana, recording(ana), wish));
    }

    @Test
    void tried_again_it_is_the_one_that_waits() {
        String cancelled = transcript(ana, recording, wish);
        ana.post(cancelled + "/cancel");
        String waiting = transcript(ana, recording, wish);
        Answer retried = ana.post(cancelled + "/retry");
        assertEquals("202 " + waiting, retried.status() + " " + retried.location());
    }
}
