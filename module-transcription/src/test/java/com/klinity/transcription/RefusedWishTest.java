package com.klinity.transcription;

import static com.klinity.transcription.Studio.pointers;
import static com.klinity.transcription.Studio.recording;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedWishTest {

    private static final Practitioner ANA = Studio.practitioner();
    private static final String PATH = recording(ANA) + "/transcripts";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/language;{\"language\": \"en_US\"}",
                "/language;{\"language\": \"\"}",
                "/language;{\"language\": \"und\"}",
                "/language;{\"language\": \"a-very-long-tag-that-is-no-language\"}",
                "/speakers;{\"speakers\": 0}",
                "/speakers;{\"speakers\": 33}",
                "/vocabulary;{\"vocabulary\": [\" \"]}",
                "/vocabulary;{\"vocabulary\": [null]}",
                "/engine;{\"engine\": \"assemblyai\"}"
            })
    void what_breaks_a_rule_is_named(String pointer, String body) {
        Answer answer = ANA.post(PATH, body);
        assertEquals("422 " + List.of(pointer), answer.status() + " " + pointers(answer));
    }

    @Test
    void a_vocabulary_has_at_most_500_words() {
        String words = "\"word\"" + ", \"word\"".repeat(500);
        assertEquals(422, ANA.post(PATH, "{\"vocabulary\": [" + words + "]}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"model\": \"best\"}", "{\"speakers\": \"2\"}", "{\"language\": 5}", "[]", "{"})
    void what_is_not_a_wish_is_malformed(String body) {
        assertEquals(400, ANA.post(PATH, body).status());
    }

    @Test
    void what_can_be_wished_for_can_be_asked() {
        assertEquals(
                "{\"engines\":[{\"name\":\"scripted\",\"onThisServer\":true,\"formats\":[\"audio/mpeg\",\"audio/wav\"]}]}",
                ANA.get("/v1/transcription/capabilities").text());
    }

    @Test
    void an_engine_that_is_there_can_be_named() {
        assertEquals(202, ANA.post(PATH, "{\"engine\": \"scripted\"}").status());
    }

    @Test
    void a_recording_in_a_format_that_the_engine_does_not_take_is_refused_when_it_is_asked_for() {
        byte[] flac = "fLaC\0\0\0\"".getBytes(StandardCharsets.US_ASCII);
        Answer answer = ANA.post(recording(ANA, "audio/flac", flac) + "/transcripts", "{}");
        assertEquals("422 [/recording/contentType]", answer.status() + " " + pointers(answer));
    }

    @Test
    void another_name_of_a_format_is_the_same_format() {
        String recording = recording(ANA, "audio/x-wav", Studio.WAV);
        assertEquals(202, ANA.post(recording + "/transcripts", "{}").status());
    }

    @Test
    void a_wish_is_json() {
        assertEquals(415, ANA.post(PATH, "text/plain", new byte[] {'{', '}'}).status());
    }

    @Test
    void an_unknown_recording_has_no_transcripts() {
        String unknown = "/v1/recordings/" + UUID.randomUUID() + "/transcripts";
        assertEquals(
                List.of(404, 404),
                List.of(ANA.post(unknown, "{}").status(), ANA.get(unknown).status()));
    }

    @Test
    void a_caller_without_a_token_is_refused() {
        assertEquals(401, Studio.SERVER.anonymous().post(PATH, "{}").status());
    }
}
