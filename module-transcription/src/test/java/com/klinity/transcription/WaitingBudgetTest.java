package com.klinity.transcription;

import static com.klinity.transcription.Studio.BUDGET;
import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.recording;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account with as many transcripts waiting as it may have. */
@Tag("AV-1")
class WaitingBudgetTest {

    private final Practitioner ana = Studio.practitioner();
    private final String recording = recording(ana);
    private final Gate gate = new Gate();
    private final String held = ENGINE.wish(gate);

    @BeforeEach
    void use_it_up() {
        for (int speakers = 1; speakers <= BUDGET; speakers++) {
            transcript(ana, recording, wish(speakers));
        }
    }

    @AfterEach
    void nobody_waits_any_longer() {
        gate.open();
    }

    @Test
    void may_ask_for_no_other() {
        Answer answer = ana.post(recording + "/transcripts", wish(BUDGET + 1));
        assertEquals("429 over-budget", answer.status() + " " + problem(answer));
    }

    @Test
    void is_told_how_many_it_may_have_and_when_to_ask_again() {
        Answer answer = ana.post(recording + "/transcripts", wish(BUDGET + 1));
        assertEquals(
                List.of("10", "\"waiting-transcripts\";q=" + BUDGET, "\"waiting-transcripts\";r=0;t=10"),
                Stream.of("Retry-After", "RateLimit-Policy", "RateLimit")
                        .map(answer::header)
                        .toList());
    }

    @Test
    void may_ask_for_the_same_again() {
        assertEquals(202, ana.post(recording + "/transcripts", wish(1)).status());
    }

    @Test
    void keeps_nobody_else_from_asking() {
        transcript(Studio.practitioner(), "{}");
    }

    @Test
    void may_ask_again_once_one_is_cancelled() {
        ana.post(transcript(ana, recording, wish(1)) + "/cancel");
        transcript(ana, recording, wish(BUDGET + 1));
    }

    @Test
    void may_not_go_around_it_by_trying_again_what_failed() {
        String cancelled = transcript(ana, recording, wish(1));
        ana.post(cancelled + "/cancel");
        transcript(ana, recording, wish(BUDGET + 1));
        assertEquals(429, ana.post(cancelled + "/retry").status());
    }

    private String wish(int speakers) {
        return held.replace("{", "{\"speakers\": " + speakers + ", ");
    }
}
