package com.klinity.documents;

import static com.klinity.documents.Practice.TRANSCRIPTS;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.fromTranscript;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DraftingTest {

    private final Practitioner ana = practitioner();
    private final String appointment = appointment(ana);

    @Test
    void each_sentence_cites_the_transcript() {
        UUID transcript = TRANSCRIPTS.said(
                ana.account(), appointment, "good morning", "i have had a bad cough", "your heart sounds normal");
        Answer draft = created(ana.post(documentsOf(appointment), fromTranscript(transcript)));
        JsonNode sentences = section(draft, "objective").path("sentences");
        assertEquals(1, sentences.size());
        assertEquals("Your heart sounds normal.", sentences.path(0).path("text").asString());
        JsonNode citation = sentences.path(0).path("citations").path(0);
        assertEquals(transcript.toString(), citation.path("transcriptId").asString());
        assertEquals(2, citation.path("utterance").asInt());
        assertEquals(6_000, citation.path("startMs").asInt());
        assertEquals(8_000, citation.path("endMs").asInt());
    }

    @Test
    void the_text_is_its_sentences() {
        Answer draft = drafted(ana, appointment, "i have had a bad cough", "it gets worse at night");
        assertEquals(
                "I have had a bad cough. It gets worse at night.",
                section(draft, "subjective").path("text").asString());
    }

    @Test
    void sections_that_got_nothing_are_there_and_empty() {
        JsonNode plan = section(drafted(ana, appointment, "i have had a bad cough"), "plan");
        assertEquals("", plan.path("text").asString());
        assertFalse(plan.has("sentences"));
    }

    @Test
    void a_draft_says_where_it_comes_from() {
        UUID transcript = TRANSCRIPTS.said(ana.account(), appointment, "i have had a bad cough");
        JsonNode origin = created(ana.post(documentsOf(appointment), fromTranscript(transcript)))
                .json()
                .path("origin");
        assertEquals("transcript", origin.path("kind").asString());
        assertEquals(transcript.toString(), origin.path("transcriptId").asString());
        assertEquals("extractive", origin.path("drafter").asString());
    }

    @Test
    void portuguese_is_drafted_too() {
        UUID transcript = TRANSCRIPTS.add(
                ana.account(), appointment, true, "pt-BR", "estou com muita dor no joelho", "vou pedir um raio x");
        Answer draft = created(ana.post(
                documentsOf(appointment),
                "{\"templateId\": \"soap-pt-BR\", \"fromTranscriptId\": \"" + transcript + "\"}"));
        assertEquals("Vou pedir um raio x.", section(draft, "plan").path("text").asString());
    }

    @Test
    void a_transcript_in_nobody_knows_what_language_is_taken_to_be_in_the_templates() {
        UUID transcript = TRANSCRIPTS.add(ana.account(), appointment, true, "und", "i have had a bad cough");
        Answer draft = created(ana.post(documentsOf(appointment), fromTranscript(transcript)));
        assertEquals(
                "I have had a bad cough.",
                section(draft, "subjective").path("text").asString());
    }

    @Test
    void an_own_template_is_drafted_by_its_headings() {
        String template = created(ana.post("/v1/templates", """
            {"name": "Short", "language": "en",
             "sections": [{"key": "story", "title": "History"}, {"key": "next", "title": "Plan"}]}\
            """)).id();
        UUID transcript = TRANSCRIPTS.said(
                ana.account(), appointment, "i have had a bad cough", "please take this medicine for five days");
        Answer draft = created(ana.post(
                documentsOf(appointment),
                "{\"templateId\": \"" + template + "\", \"fromTranscriptId\": \"" + transcript + "\"}"));
        assertEquals(
                "I have had a bad cough.", section(draft, "story").path("text").asString());
        assertEquals(
                "Please take this medicine for five days.",
                section(draft, "next").path("text").asString());
    }

    @Test
    void a_transcript_that_is_not_completed_has_to_be_waited_for() {
        UUID transcript = TRANSCRIPTS.add(ana.account(), appointment, false, "en");
        Answer refused = ana.post(documentsOf(appointment), fromTranscript(transcript));
        assertEquals("409 transcript-not-ready", problem(refused));
    }

    @Test
    void a_transcript_of_another_appointment_is_refused() {
        UUID transcript = TRANSCRIPTS.said(ana.account(), appointment(ana), "i have had a bad cough");
        Answer refused = ana.post(documentsOf(appointment), fromTranscript(transcript));
        assertEquals(422, refused.status());
        assertEquals(List.of("/fromTranscriptId"), pointers(refused));
    }

    @Test
    void a_transcript_in_a_language_the_drafter_does_not_know_is_refused() {
        UUID transcript = TRANSCRIPTS.add(ana.account(), appointment, true, "ja", "\u75db\u3044");
        Answer refused = ana.post(documentsOf(appointment), fromTranscript(transcript));
        assertEquals(422, refused.status());
        assertEquals(List.of("/fromTranscriptId"), pointers(refused));
    }
}
