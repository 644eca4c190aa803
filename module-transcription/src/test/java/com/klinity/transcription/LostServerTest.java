package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A recording that servers die of. */
class LostServerTest {

    /** As if servers had been lost while it ran. One death is taken back by this server, which lives. */
    private static final String LOST = "update platform.jobs set deaths = 3, attempts = 3, turn = null,"
            + " lease_until = null, fence = fence + 1, available_at = now() where subject_id = ?";

    private final Practitioner ana = Studio.practitioner();
    private final AtomicInteger plays = new AtomicInteger();
    private final Gate gate = new Gate();

    @Test
    void it_fails_after_the_second_one() {
        assertEquals("engine_died true", told(lostTwice()));
    }

    @Test
    void it_is_not_heard_a_third_time() {
        lostTwice();
        assertEquals(1, plays.get());
    }

    @Test
    void it_can_be_tried_again_when_somebody_wants_that() {
        String transcript = lostTwice();
        gate.open();
        ana.post(transcript + "/retry");
        awaitStatus(ana, transcript, "completed");
    }

    /** The engine holds on to it meanwhile, as a server that died cannot tell. */
    private String lostTwice() {
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            plays.incrementAndGet();
            return gate.play(audio, progress);
        }));
        gate.awaitEngine();
        Studio.sql(LOST, transcript);
        awaitStatus(ana, transcript, "failed");
        return transcript;
    }

    private String told(String transcript) {
        Answer answer = ana.get(transcript);
        return answer.json().at("/failure/code").asString() + " "
                + answer.json().at("/failure/retryable").asString();
    }
}
