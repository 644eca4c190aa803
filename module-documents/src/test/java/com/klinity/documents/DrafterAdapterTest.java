package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.fromTranscript;
import static com.klinity.documents.Practice.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a drafter from outside can do, and what it cannot. */
class DrafterAdapterTest {

    private static final long PROMISED = TimeUnit.SECONDS.toNanos(5);
    private static final ScriptedDrafter DRAFTER = new ScriptedDrafter();
    private static final SaidTranscripts TRANSCRIPTS = new SaidTranscripts();
    private static final TestServer SERVER = TestServer.of(new AppointmentsModule(), TRANSCRIPTS, new DocumentsModule())
            .adapter(DRAFTER)
            .setting("klinity.documents.drafter", "scripted")
            .start();

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = appointment(ana);

    @Test
    void its_sentences_and_citations_are_taken_over_in_their_order() {
        Answer draft = draft("good", "thanks");
        JsonNode sentence = section(draft, "plan").path("sentences").path(0);
        assertEquals("Rest.", sentence.path("text").asString());
        assertEquals(1, sentence.path("citations").path(0).path("utterance").asInt());
        assertEquals(0, sentence.path("citations").path(1).path("utterance").asInt());
    }

    @Test
    void the_draft_names_it() {
        assertEquals(
                "scripted",
                draft("good", "thanks").json().path("origin").path("drafter").asString());
    }

    @Test
    void an_empty_draft_is_a_draft() {
        assertEquals(201, draft("nothing").status());
    }

    @Test
    void a_draft_that_is_too_long_for_paper_is_refused() {
        Answer refused = draft("long");
        assertEquals(422, refused.status(), refused::toString);
        assertEquals(List.of("/fromTranscriptId"), Practice.pointers(refused));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "409 consent-missing; {\"given\": false}",
                "409 ai-refused; {\"given\": true, \"method\": \"verbal\", \"ai\": false}"
            })
    void it_is_stopped_when_the_patient_does_not_agree_any_more(String problem, String consent) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> drafting = threads.submit(() -> draft("slow"));
            DRAFTER.awaitSlow();
            long before = System.nanoTime();
            Practice.created(ana.post("/v1/appointments/" + appointment + "/consents", consent));
            assertEquals(problem, Practice.problem(drafting.get(60, TimeUnit.SECONDS)));
            assertTrue(System.nanoTime() - before < PROMISED);
        }
    }

    @Test
    @Tag("LG-1")
    void handing_it_a_transcript_is_written_down_as_a_disclosure() {
        UUID transcript = TRANSCRIPTS.said(ana.account(), appointment, "nothing");
        ana.post(documentsOf(appointment), fromTranscript(transcript));
        AuditLine disclosure = ana.auditEntries().stream()
                .filter(entry -> entry.action().equals("disclose"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(transcript), disclosure.resourceIds());
        assertTrue(disclosure.details().contains("scripted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncited", "blank", "unsaid", "elsewhere", "twice"})
    void a_draft_that_breaks_the_contract_is_not_stored(String order) {
        assertEquals(503, draft(order).status());
        assertEquals(0, ana.get(documentsOf(appointment)).json().path("items").size());
    }

    @ParameterizedTest
    @CsvSource({"LANGUAGE_NOT_SUPPORTED, 422", "DECLINED, 422", "UNAVAILABLE, 503", "UNUSABLE_ANSWER, 503"})
    void its_failures_are_told_by_who_can_do_something(String code, int status) {
        assertEquals(status, draft(code).status());
    }

    private Answer draft(String... utterances) {
        return ana.post(
                documentsOf(appointment), fromTranscript(TRANSCRIPTS.said(ana.account(), appointment, utterances)));
    }
}
