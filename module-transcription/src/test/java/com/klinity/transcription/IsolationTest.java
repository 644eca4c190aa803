package com.klinity.transcription;

import static com.klinity.transcription.Studio.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("AC-1")
class IsolationTest {

    private static final Practitioner ANA = Studio.practitioner();
    private static final Practitioner BEA = Studio.practitioner();
    private static final String RECORDING = Studio.recording(BEA);
    private static final String TRANSCRIPT = Studio.transcript(BEA, RECORDING, "{}");

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "PATCH, ''",
        "GET, /events",
        "POST, /retry",
        "POST, /cancel",
    })
    void another_account_s_transcript_is_like_one_that_never_was(String method, String rest) {
        assertSame(call(method, TRANSCRIPT + rest), call(method, "/v1/transcripts/" + UUID.randomUUID() + rest));
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void another_account_s_recording_is_like_one_that_never_was(String method) {
        assertSame(
                call(method, RECORDING + "/transcripts"),
                call(method, "/v1/recordings/" + UUID.randomUUID() + "/transcripts"));
    }

    @Test
    void without_an_entity_tag_nothing_more_is_told() {
        List<String> answers = List.of(TRANSCRIPT, "/v1/transcripts/" + UUID.randomUUID()).stream()
                .map(path -> told(
                        ANA.send("PATCH", path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")))
                .toList();
        assertEquals(answers.getFirst(), answers.getLast());
    }

    @Test
    void later_features_see_the_own_account_alone() {
        assertSame(ANA.get("/v1/cards/" + Studio.id(TRANSCRIPT)), ANA.get("/v1/cards/" + UUID.randomUUID()));
    }

    @Test
    void a_foreign_cancellation_stops_nothing() {
        Gate gate = new Gate();
        String running = Studio.transcript(BEA, Studio.ENGINE.wish(gate));
        gate.awaitEngine();
        ANA.post(running + "/cancel");
        gate.open();
        assertEquals(
                "completed",
                Studio.awaitStatus(BEA, running, "completed")
                        .json()
                        .path("status")
                        .asString());
    }

    private static Answer call(String method, String path) {
        return method.equals("GET")
                ? ANA.get(path)
                : ANA.send(
                        method,
                        path,
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");
    }

    private static void assertSame(Answer foreign, Answer unknown) {
        assertEquals("404", told(unknown).substring(0, 3));
        assertEquals(told(unknown), told(foreign));
    }
}
