package com.klinity.transcription;

import static com.klinity.transcription.Studio.completed;
import static com.klinity.transcription.Studio.each;
import static com.klinity.transcription.Studio.recording;
import static com.klinity.transcription.Studio.text;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TranscriptsTest {

    private final Practitioner ana = Studio.practitioner();

    @Test
    void a_wish_is_accepted_and_waits() {
        String recording = recording(ana);
        Answer answer = ana.post(recording + "/transcripts", "{\"language\": \"en-us\"}");
        assertEquals(
                "202 queued 0 scripted en-US none " + Studio.id(recording),
                String.join(
                        " ",
                        Integer.toString(answer.status()),
                        text(answer, "status"),
                        answer.json().path("attempts").asString(),
                        text(answer, "engine"),
                        text(answer, "language"),
                        text(answer, "vendorCopy"),
                        text(answer, "recordingId")));
    }

    @Test
    void the_place_of_a_wish_is_told() {
        Answer answer = ana.post(recording(ana) + "/transcripts", "{}");
        assertEquals("/v1/transcripts/" + answer.id(), answer.location());
    }

    @Test
    void a_transcript_is_completed() {
        Answer answer = ana.get(completed(ana));
        assertEquals(
                "completed 1 en-US",
                text(answer, "status") + " " + answer.json().path("attempts").asString() + " "
                        + text(answer, "language"));
    }

    @Test
    void the_text_is_one_line_an_utterance() {
        assertEquals(ScriptedEngine.CONSULTATION.text(), text(ana.get(completed(ana)), "text"));
    }

    @Test
    void utterances_have_speakers_and_times() {
        JsonNode utterances = ana.get(completed(ana)).json().path("utterances");
        assertEquals(
                List.of(List.of("A", "B", "A"), List.of("0", "1600", "3600000"), List.of("1500", "4200", "3602345")),
                List.of(each(utterances, "speaker"), each(utterances, "startMs"), each(utterances, "endMs")));
    }

    @Test
    void words_have_times_and_confidence() {
        JsonNode word = ana.get(completed(ana)).json().at("/utterances/0/words/1");
        assertEquals("{\"text\":\"are\",\"startMs\":450,\"endMs\":800,\"confidence\":0.8}", word.toString());
    }

    @Test
    void an_utterance_without_words_has_none() {
        assertTrue(ana.get(completed(ana)).json().at("/utterances/1/words").isMissingNode());
    }

    @Test
    void what_was_not_asked_for_is_undetermined_until_it_is_heard() {
        assertEquals("und", text(ana.post(recording(ana) + "/transcripts", "{}"), "language"));
    }

    @Test
    void a_wish_needs_no_body() {
        assertEquals(202, ana.post(recording(ana) + "/transcripts").status());
    }

    @Test
    void a_completed_transcript_has_no_failure() {
        assertFalse(ana.get(completed(ana)).json().has("failure"));
    }

    @Test
    void the_entity_tag_changes_with_the_status() {
        String transcript = transcript(ana, "{}");
        Studio.awaitStatus(ana, transcript, "completed");
        assertEquals("\"3\"", ana.get(transcript).etag());
    }

    @Test
    void a_done_transcript_leaves_no_job() {
        String transcript = completed(ana);
        Studio.SERVER.await(() -> Studio.jobs(transcript).equals("0"));
    }

    @Test
    void a_recording_lists_its_transcripts_without_their_text() {
        String recording = recording(ana);
        String first = transcript(ana, recording, "{}");
        String second = transcript(ana, recording, "{\"language\": \"pt\"}");
        JsonNode items = ana.get(recording + "/transcripts").json().path("items");
        assertEquals(List.of(Studio.id(first).toString(), Studio.id(second).toString()), each(items, "id"));
        assertNull(items.get(0).get("text"));
    }

    @Test
    void a_list_goes_on_at_its_cursor() {
        String recording = recording(ana);
        transcript(ana, recording, "{}");
        String second = transcript(ana, recording, "{\"language\": \"pt\"}");
        String cursor = text(ana.get(recording + "/transcripts?limit=1"), "nextCursor");
        JsonNode rest =
                ana.get(recording + "/transcripts?limit=1&cursor=" + cursor).json();
        assertEquals(List.of(Studio.id(second).toString()), each(rest.path("items"), "id"));
    }

    @Test
    void the_same_idempotency_key_wishes_once() {
        String path = recording(ana) + "/transcripts";
        assertEquals(keyed(path).location(), keyed(path).location());
    }

    private Answer keyed(String path) {
        return ana.send(
                "POST",
                path,
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "one");
    }
}
