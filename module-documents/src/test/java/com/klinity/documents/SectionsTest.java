package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.section;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Saving one section, in a patch or alone, never costs another. */
class SectionsTest {

    private final Practitioner ana = practitioner();
    private final Answer draft = full();

    private Answer full() {
        Answer begun =
                Practice.created(ana.post(Practice.documentsOf(appointment(ana)), "{\"templateId\": \"soap-en\"}"));
        Answer filled = ana.patch(path(begun), begun.etag(), """
            {"sections": {"subjective": "Tired.", "objective": "Pale.", "assessment": "Anaemia?", "plan": "Iron."}}\
            """);
        assertEquals(200, filled.status(), filled::toString);
        return filled;
    }

    @Test
    void a_patch_of_one_section_leaves_the_others() {
        Answer changed = ana.patch(path(draft), draft.etag(), "{\"sections\": {\"plan\": \"Rest.\"}}");
        assertEquals(
                List.of("Tired.", "Pale.", "Anaemia?", "Rest."),
                each(changed.json().path("sections"), "text"));
    }

    @Test
    void a_list_of_sections_is_refused_with_what_helps() {
        Answer refused =
                ana.patch(path(draft), draft.etag(), "{\"sections\": [{\"key\": \"plan\", \"text\": \"Rest.\"}]}");
        assertEquals("422 invalid-fields", problem(refused));
        assertTrue(refused.text().contains("sections that are not sent stay as they are"), refused::text);
        assertEquals(draft.json(), ana.get(path(draft)).json());
    }

    @Test
    void null_empties_a_section_and_keeps_its_place() {
        Answer changed = ana.patch(path(draft), draft.etag(), "{\"sections\": {\"objective\": null}}");
        assertEquals(
                List.of("Tired.", "", "Anaemia?", "Iron."), each(changed.json().path("sections"), "text"));
    }

    @Test
    void a_section_takes_a_title_and_a_new_one_comes_last() {
        Answer changed = ana.patch(path(draft), draft.etag(), """
            {"sections": {"plan": {"title": "What next"}, "extra": {"title": "More", "text": "Note."}}}\
            """);
        assertEquals(
                List.of("Subjective", "Objective", "Assessment", "What next", "More"),
                each(changed.json().path("sections"), "title"));
        assertEquals("Iron.", section(changed, "plan").path("text").asString());
    }

    @Test
    void one_section_is_saved_alone_by_its_own_tag() {
        Answer read = ana.get(path(draft) + "/sections/plan");
        Answer saved = put("plan", read.etag(), "{\"text\": \"Rest.\"}");
        assertEquals(200, saved.status(), saved::toString);
        assertNotEquals(read.etag(), saved.etag());
        assertEquals(
                List.of("Tired.", "Pale.", "Anaemia?", "Rest."),
                each(ana.get(path(draft)).json().path("sections"), "text"));
    }

    @Test
    void saves_of_different_sections_do_not_collide() {
        String tag = '"' + section(draft, "plan").path("version").asString() + '"';
        assertEquals(200, put("plan", tag, "{\"text\": \"Rest.\"}").status());
        assertEquals(200, put("objective", tag, "{\"text\": \"Well.\"}").status());
    }

    @Test
    void a_save_over_another_of_the_same_section_is_stale() {
        String tag = ana.get(path(draft) + "/sections/plan").etag();
        put("plan", tag, "{\"text\": \"Rest.\"}");
        assertEquals("412 stale", problem(put("plan", tag, "{\"text\": \"Run.\"}")));
        assertEquals("Rest.", section(ana.get(path(draft)), "plan").path("text").asString());
    }

    @Test
    void a_save_needs_to_know_what_is_there() {
        Answer refused = ana.send(
                "PUT",
                path(draft) + "/sections/plan",
                BodyPublishers.ofString("{\"text\": \"Rest.\"}"),
                "Content-Type",
                "application/json");
        assertEquals("428 precondition-required", problem(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\": null}", "{\"text\": \"x\", \"key\": \"objective\"}"})
    void a_save_that_breaks_a_rule_is_refused(String body) {
        assertEquals("422 invalid-fields", problem(put("plan", "*", body)));
    }

    @Test
    void a_section_can_be_sent_back_as_it_was_read_and_makes_no_version() {
        Answer read = ana.get(path(draft) + "/sections/plan");
        Answer saved = put("plan", read.etag(), read.text());
        assertEquals(read.json(), saved.json());
        assertEquals(draft.etag(), ana.get(path(draft)).etag());
    }

    @Test
    void a_section_that_is_not_there_is_not_found() {
        assertEquals(404, put("nothing", "*", "{\"text\": \"x\"}").status());
        assertEquals(404, ana.get(path(draft) + "/sections/nothing").status());
    }

    @Test
    void a_section_of_a_signed_document_is_not_saved() {
        Answer signed = signed(ana);
        assertEquals("409 signed", problem(put(path(signed), "plan", "*", "{\"text\": \"x\"}")));
    }

    @Test
    void citations_of_other_sections_survive_a_save() {
        Answer cited = drafted(ana, appointment(ana), "i have had a bad cough");
        put(path(cited), "plan", "\"1\"", "{\"text\": \"Rest.\"}");
        assertEquals(section(cited, "subjective"), section(ana.get(path(cited)), "subjective"));
    }

    @Test
    void versions_say_who_wrote_what() {
        Answer cited = drafted(ana, appointment(ana), "i have had a bad cough");
        put(path(cited), "plan", "\"1\"", "{\"text\": \"Rest.\"}");
        JsonNode versions = ana.get(path(cited) + "/versions").json().path("items");
        assertEquals(
                List.of("machine", "practitioner"),
                versions.valueStream()
                        .map(version -> version.path("author").path("kind").asString())
                        .toList());
        assertFalse(versions.path(0).path("author").path("drafter").asString().isEmpty());
        assertEquals("[\"plan\"]", versions.path(1).path("changed").toString());
        JsonNode second = ana.get(path(cited) + "/versions/2").json();
        assertEquals(versions.path(1).path("changed"), second.path("changed"));
        assertEquals(versions.path(1).path("author"), second.path("author"));
    }

    @Test
    void a_draft_that_a_save_makes_too_long_is_refused() {
        Answer refused = put("plan", "*", "{\"text\": \"" + "\\n".repeat(5_000) + "\"}");
        assertEquals(List.of("/text"), pointers(refused));
    }

    private Answer put(String key, String tag, String body) {
        return put(path(draft), key, tag, body);
    }

    private Answer put(String document, String key, String tag, String body) {
        return ana.send(
                "PUT",
                document + "/sections/" + key,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "If-Match",
                tag);
    }
}
