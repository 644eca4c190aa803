package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.section;
import static com.klinity.documents.Practice.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DocumentsTest {

    private final Practitioner ana = practitioner();

    @Test
    void a_new_document_is_a_draft_at_its_location() {
        String appointment = appointment(ana);
        Answer created = draft(ana, appointment);
        Answer read = ana.get(created.location());
        assertEquals(created.json(), read.json());
        assertEquals("draft", read.json().path("status").asString());
        assertEquals(appointment, read.json().path("appointmentId").asString());
        assertEquals(created.etag(), read.etag());
        assertEquals("no-store", read.header("Cache-Control"));
    }

    @Test
    void without_sections_it_has_the_templates_and_they_are_empty() {
        JsonNode document = created(ana.post(documentsOf(appointment(ana)), "{\"templateId\": \"soap-en\"}"))
                .json();
        assertEquals(List.of("subjective", "objective", "assessment", "plan"), each(document.path("sections"), "key"));
        assertEquals(List.of("", "", "", ""), each(document.path("sections"), "text"));
        assertEquals("SOAP note", document.path("title").asString());
    }

    @Test
    void a_section_of_the_template_has_its_title_when_none_is_given() {
        assertEquals("Plan", section(draft(ana), "plan").path("title").asString());
    }

    @Test
    void it_keeps_which_template_in_which_version_it_was_made_from() {
        JsonNode template = draft(ana).json().path("template");
        assertEquals("soap-en", template.path("key").asString());
        assertEquals(1, template.path("version").asInt());
        assertEquals("en", template.path("language").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap-pt-BR", "soap-pt-br", "019b76da-a800-7002-8000-000000000001"})
    void a_template_is_named_by_key_or_id(String template) {
        Answer created = created(ana.post(documentsOf(appointment(ana)), "{\"templateId\": \"" + template + "\"}"));
        assertEquals("Nota SOAP", created.json().path("title").asString());
    }

    @Test
    void any_text_comes_back_as_it_was_sent() {
        String text = "Jo\u00e3o \ud83d\ude00 \\u0022quoted\\u0022\\n\\ttab \u0627\u0644";
        Answer created = ana.post(
                documentsOf(appointment(ana)),
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\", \"text\": \"" + text + "\"}]}");
        assertEquals(
                "Jo\u00e3o \ud83d\ude00 \"quoted\"\n\ttab \u0627\u0644",
                section(ana.get(created.location()), "plan").path("text").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /templateId",
                "{\"templateId\": \"nonsense\"} | /templateId",
                "{\"templateId\": \"0190a1b2-0000-7000-8000-000000000001\"} | /templateId",
                "{\"templateId\": \"soap-en\", \"title\": \" \"} | /title",
                "{\"templateId\": \"soap-en\", \"sections\": [null]} | /sections/0",
                "{\"templateId\": \"soap-en\", \"sections\": [{\"text\": \"x\"}]} | /sections/0/key",
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"a b\"}]} | /sections/0/key",
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"new\"}]} | /sections/0/title",
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\"}, {\"key\": \"plan\"}]} |"
                        + " /sections/1/key",
                "{\"templateId\": \"soap-en\", \"sections\": [], \"fromTranscriptId\":"
                        + " \"0190a1b2-0000-7000-8000-000000000001\"} | /sections",
                "{\"templateId\": \"soap-en\", \"fromTranscriptId\": \"0190a1b2-0000-7000-8000-000000000001\"} |"
                        + " /fromTranscriptId"
            })
    void a_body_that_breaks_a_rule_is_told_where(String body, String pointer) {
        Answer refused = ana.post(documentsOf(appointment(ana)), body);
        assertEquals("422 invalid-fields", problem(refused), refused::toString);
        assertEquals(List.of(pointer), pointers(refused));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "[]",
                "{\"templateId\": \"soap-en\", \"status\": \"signed\"}",
                "{\"templateId\": \"soap-en\", \"sections\": {}}",
                "{\"templateId\": \"soap-en\", \"fromTranscriptId\": \"x\"}",
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\", \"sentences\": [{\"citations\":"
                        + " 5}]}]}"
            })
    void a_body_of_another_shape_is_malformed(String body) {
        assertEquals(400, ana.post(documentsOf(appointment(ana)), body).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00 x"})
    void text_that_is_not_unicode_is_refused(String text) {
        Answer refused = ana.post(
                documentsOf(appointment(ana)),
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\", \"text\": \"" + text + "\"}]}");
        assertTrue(refused.status() == 400 || refused.status() == 422, refused::toString);
    }

    @Test
    void a_body_of_another_kind_is_refused() {
        assertEquals(
                415,
                ana.post(documentsOf(appointment(ana)), "text/plain", new byte[] {1})
                        .status());
    }

    @Test
    void an_unknown_appointment_has_no_documents() {
        assertEquals(404, ana.get(documentsOf(unknown())).status());
        assertEquals(
                404,
                ana.post(documentsOf(unknown()), "{\"templateId\": \"soap-en\"}")
                        .status());
    }

    @Test
    void lists_go_page_by_page_from_old_to_new_and_leave_the_text_out() {
        String appointment = appointment(ana);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(draft(ana, appointment).id());
        }
        draft(ana);
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    ana.get(documentsOf(appointment) + "?limit=2" + cursor).json();
            listed.addAll(each(page.path("items"), "id"));
            assertFalse(page.path("items").path(0).has("sections"));
            cursor = "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.equals("&cursor="));
        assertEquals(made, listed);
    }

    @Test
    void unknown_query_parameters_are_refused() {
        assertEquals(400, ana.get(documentsOf(appointment(ana)) + "?sort=title").status());
    }

    @Test
    void the_same_request_twice_with_one_key_makes_one_document() {
        String appointment = appointment(ana);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(ana.send(
                            "POST",
                            documentsOf(appointment),
                            java.net.http.HttpRequest.BodyPublishers.ofString("{\"templateId\": \"soap-en\"}"),
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            "once")
                    .id());
        }
        assertEquals(ids.getFirst(), ids.getLast());
        assertNotEquals("", ids.getFirst());
        assertEquals(1, ana.get(documentsOf(appointment)).json().path("items").size());
    }

    @Test
    void a_deleted_draft_is_gone() {
        Answer draft = draft(ana);
        assertEquals(204, ana.delete(path(draft), draft.etag()).status());
        assertEquals(404, ana.get(path(draft)).status());
    }

    @Test
    void deleting_needs_to_know_what_is_there() {
        Answer draft = draft(ana);
        assertEquals("428 precondition-required", problem(ana.delete(path(draft))));
        assertEquals("412 stale", problem(ana.delete(path(draft), "\"7\"")));
    }
}
