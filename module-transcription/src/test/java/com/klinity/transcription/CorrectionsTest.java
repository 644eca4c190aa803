package com.klinity.transcription;

import static com.klinity.transcription.Studio.each;
import static com.klinity.transcription.Studio.pointers;
import static com.klinity.transcription.Studio.problem;
import static com.klinity.transcription.Studio.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CorrectionsTest {

    private static final String SAYS = "{\"utterances\": {\"1\": {\"text\": \"My hand hurts.\"}}}";
    private static final Practitioner ANA = Studio.practitioner();

    private final String transcript = Studio.completed(ANA);

    @Test
    void a_speaker_gets_a_name_wherever_it_speaks() {
        JsonNode utterances =
                corrected("{\"speakers\": {\"A\": \"Dr. Souza\"}}").path("utterances");
        assertEquals(List.of("Dr. Souza", "B", "Dr. Souza"), each(utterances, "speaker"));
    }

    @Test
    void one_utterance_gets_another_speaker() {
        JsonNode utterances = corrected("""
            {"speakers": {"A": "Dr. Souza"}, "utterances": {"2": {"speaker": "Nurse"}}}\
            """).path("utterances");
        assertEquals(List.of("Dr. Souza", "B", "Nurse"), each(utterances, "speaker"));
    }

    @Test
    void a_corrected_text_is_shown_wherever_text_is() {
        JsonNode shown = corrected(SAYS);
        assertEquals(
                List.of("How are you?\nMy hand hurts.\nTen milligrams then.", "My hand hurts."),
                List.of(
                        shown.path("text").asString(),
                        shown.at("/utterances/1/text").asString()));
    }

    @Test
    void a_corrected_text_has_no_words_since_their_times_are_unknown() {
        JsonNode shown = corrected("{\"utterances\": {\"0\": {\"text\": \"How is she?\"}}}");
        assertTrue(shown.at("/utterances/0/words").isMissingNode());
    }

    @Test
    void another_speaker_leaves_the_words() {
        assertEquals(
                3,
                corrected("{\"speakers\": {\"A\": \"Dr.\"}}")
                        .at("/utterances/0/words")
                        .size());
    }

    @Test
    void the_original_is_kept() {
        corrected(SAYS);
        assertEquals(
                "My head hurts & I sleep < 5 hours.",
                Studio.value(
                        "select original -> 1 ->> 'text' from transcription.transcripts where id = ?", transcript));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"utterances\": {\"1\": null}}",
                "{\"utterances\": null}",
                "{\"utterances\": {\"1\": {\"text\": null}}}"
            })
    void a_correction_can_be_taken_back(String patch) {
        corrected(SAYS);
        assertEquals(
                ScriptedEngine.CONSULTATION.text(),
                corrected(patch).path("text").asString());
    }

    @Test
    void a_text_that_was_corrected_and_restored_has_its_words_again() {
        corrected("{\"utterances\": {\"0\": {\"text\": \"How is she?\"}}}");
        assertEquals(
                3,
                corrected("{\"utterances\": {\"0\": null}}")
                        .at("/utterances/0/words")
                        .size());
    }

    @Test
    void corrections_add_up() {
        corrected(SAYS);
        assertEquals(
                "My hand hurts.",
                corrected("{\"speakers\": {\"B\": \"Rui\"}}")
                        .at("/utterances/1/text")
                        .asString());
    }

    @Test
    void captions_show_corrections() {
        corrected(SAYS);
        assertTrue(ANA.get(transcript, "Accept", "text/vtt").text().contains("<v B>My hand hurts."));
    }

    @Test
    void later_features_see_corrections() {
        corrected(SAYS);
        JsonNode card = ANA.get("/v1/cards/" + Studio.id(transcript)).json();
        assertEquals(
                "{\"utterance\":1,\"speaker\":\"B\",\"startMs\":1600,\"endMs\":4200,\"text\":\"My hand hurts.\"}",
                card.at("/lines/1").toString());
    }

    @Test
    void a_correction_changes_the_entity_tag() {
        String before = ANA.get(transcript).etag();
        assertFalse(ANA.patch(transcript, before, SAYS).etag().equals(before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/utterances/3;{\"utterances\": {\"3\": {\"text\": \"x\"}}}",
                "/utterances/01;{\"utterances\": {\"01\": {\"text\": \"x\"}}}",
                "/utterances/a~1b;{\"utterances\": {\"a/b\": {\"text\": \"x\"}}}",
                "/utterances/1/text;{\"utterances\": {\"1\": {\"text\": \" \"}}}",
                "/utterances/1/speaker;{\"utterances\": {\"1\": {\"speaker\": \"a\\nb\"}}}",
                "/speakers/C;{\"speakers\": {\"C\": \"Carla\"}}",
                "/speakers/A;{\"speakers\": {\"A\": \"\"}}"
            })
    void what_breaks_a_rule_is_named(String pointer, String patch) {
        Answer answer = ANA.patch(transcript, "*", patch);
        assertEquals("422 " + List.of(pointer), answer.status() + " " + pointers(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"x\"}",
                "{\"utterances\": [{\"text\": \"x\"}]}",
                "{\"utterances\": {\"1\": {\"startMs\": 5}}}",
                "{\"speakers\": {\"A\": 5}}",
                "[]"
            })
    void what_is_not_a_correction_is_malformed(String patch) {
        assertEquals(400, ANA.patch(transcript, "*", patch).status());
    }

    @Test
    void a_refused_correction_changes_nothing() {
        ANA.patch(transcript, "*", "{\"speakers\": {\"A\": \"Dr.\", \"C\": \"Carla\"}}");
        assertEquals("A", ANA.get(transcript).json().at("/utterances/0/speaker").asString());
    }

    @Test
    void a_correction_of_what_was_changed_meanwhile_is_refused() {
        String before = ANA.get(transcript).etag();
        ANA.patch(transcript, before, SAYS);
        assertEquals(412, ANA.patch(transcript, before, SAYS).status());
    }

    @Test
    void a_correction_says_what_it_believes_to_be_there() {
        Answer answer =
                ANA.send("PATCH", transcript, BodyPublishers.ofString(SAYS), "Content-Type", "application/json");
        assertEquals(428, answer.status());
    }

    @Test
    void a_correction_is_a_merge_patch() {
        Answer answer = ANA.send(
                "PATCH", transcript, BodyPublishers.ofString(SAYS), "Content-Type", "text/plain", "If-Match", "*");
        assertEquals(415, answer.status());
    }

    @Test
    void there_is_nothing_to_correct_before_the_end() {
        Gate gate = new Gate();
        String waiting = Studio.transcript(ANA, Studio.ENGINE.wish(gate));
        Answer answer = ANA.patch(waiting, "*", SAYS);
        gate.open();
        assertEquals("409 not-completed", answer.status() + " " + problem(answer));
    }

    private JsonNode corrected(String patch) {
        Answer answer = ANA.patch(transcript, ANA.get(transcript).etag(), patch);
        assertEquals("200 completed", answer.status() + " " + text(answer, "status"), answer::text);
        return answer.json();
    }
}
