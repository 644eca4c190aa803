package com.klinity.transcription;

import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    private static final Practitioner ANA = Studio.practitioner();
    private static final String COMPLETED = Studio.completed(ANA);

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "application/json, application/json",
        "text/vtt, text/vtt; charset=utf-8",
        "application/x-subrip, application/x-subrip; charset=utf-8",
        "text/plain, text/plain; charset=utf-8",
        "'text/plain;q=0.5, text/vtt', text/vtt; charset=utf-8"
    })
    void the_accepted_form_is_given(String accept, String type) {
        Answer answer = ANA.get(COMPLETED, "Accept", accept);
        assertEquals("200 " + type, answer.status() + " " + answer.header("Content-Type"));
    }

    @Test
    void web_captions_are_of_this_transcript() {
        assertTrue(ANA.get(COMPLETED, "Accept", "text/vtt")
                .text()
                .contains("\n\n3\n01:00:00.000 --> 01:00:02.345\n<v A>Ten milligrams then.\n"));
    }

    @Test
    void subrip_captions_are_of_this_transcript() {
        assertTrue(ANA.get(COMPLETED, "Accept", "application/x-subrip")
                .text()
                .startsWith("1\n00:00:00,000 --> 00:00:01,500\nA: How are you?\n"));
    }

    @Test
    void plain_text_is_of_this_transcript() {
        assertTrue(ANA.get(COMPLETED, "Accept", "text/plain").text().startsWith("A: How are you?\nB: My head"));
    }

    @Test
    void forms_do_not_share_an_entity_tag() {
        assertNotEquals(
                ANA.get(COMPLETED, "Accept", "text/vtt").etag(),
                ANA.get(COMPLETED, "Accept", "application/json").etag());
    }

    @Test
    void caches_are_told_what_the_form_hangs_on() {
        assertEquals("Accept", ANA.get(COMPLETED).header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0"})
    void other_forms_are_not_offered(String accept) {
        assertEquals(406, ANA.get(COMPLETED, "Accept", accept).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/vtt", "application/x-subrip", "text/plain"})
    void there_is_no_text_before_the_end(String accept) {
        Gate gate = new Gate();
        String transcript = transcript(ANA, Studio.ENGINE.wish(gate));
        Answer answer = ANA.get(transcript, "Accept", accept);
        gate.open();
        assertEquals("409 not-completed", answer.status() + " " + problem(answer));
    }

    @Test
    void a_query_parameter_is_not_known_here() {
        assertEquals(400, ANA.get(COMPLETED + "?format=vtt").status());
    }
}
