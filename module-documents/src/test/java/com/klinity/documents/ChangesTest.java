package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.patchBlindly;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChangesTest {

    private final Practitioner ana = practitioner();

    @Test
    void a_change_makes_a_new_version_with_a_new_tag() {
        Answer draft = draft(ana);
        Answer changed = ana.patch(path(draft), draft.etag(), "{\"title\": \"Visit\"}");
        assertEquals(200, changed.status(), changed::toString);
        assertEquals("Visit", changed.json().path("title").asString());
        assertEquals(2, changed.json().path("version").asInt());
        assertEquals(changed.etag(), ana.get(path(draft)).etag());
        assertFalse(changed.etag().equals(draft.etag()));
    }

    @Test
    void what_a_patch_does_not_name_stays() {
        Answer draft = draft(ana);
        Answer changed = ana.patch(path(draft), draft.etag(), "{\"title\": \"Visit\"}");
        assertEquals(draft.json().path("sections"), changed.json().path("sections"));
    }

    @Test
    void an_edited_sentence_loses_its_citation_and_the_others_keep_theirs() {
        Answer draft = drafted(ana, appointment(ana), "i have had a bad cough", "it gets worse at night");
        Answer changed = ana.patch(path(draft), draft.etag(), """
            {"sections": {"subjective": "I have had a dry cough. It gets worse at night."}}\
            """);
        JsonNode sentences = section(changed, "subjective").path("sentences");
        assertEquals(List.of("I have had a dry cough.", "It gets worse at night."), each(sentences, "text"));
        assertEquals(0, sentences.path(0).path("citations").size());
        assertEquals(
                1, sentences.path(1).path("citations").path(0).path("utterance").asInt());
    }

    @Test
    void sections_can_be_sent_back_as_they_were_read() {
        Answer draft = drafted(ana, appointment(ana), "i have had a bad cough");
        Answer changed = ana.patch(
                path(draft), draft.etag(), "{\"sections\": {\"subjective\": " + section(draft, "subjective") + "}}");
        assertEquals(draft.json().path("sections"), changed.json().path("sections"));
    }

    @Test
    void citations_cannot_be_made_up() {
        Answer draft = drafted(ana, appointment(ana), "i have had a bad cough");
        Answer changed = ana.patch(path(draft), draft.etag(), """
            {"sections": {"subjective": {"text": "Invented.", "sentences": [{"text": "Invented.",
            "citations": [{"transcriptId": "0190a1b2-0000-7000-8000-000000000001",
            "utterance": 0, "startMs": 0, "endMs": 1}]}]}}}\
            """);
        assertEquals(200, changed.status(), changed::toString);
        assertFalse(section(changed, "subjective").has("sentences"));
    }

    @Test
    void changing_needs_to_know_what_is_there() {
        Answer draft = draft(ana);
        assertEquals("428 precondition-required", problem(patchBlindly(ana, path(draft), "{\"title\": \"Visit\"}")));
        ana.patch(path(draft), draft.etag(), "{\"title\": \"Visit\"}");
        assertEquals("412 stale", problem(ana.patch(path(draft), draft.etag(), "{\"title\": \"Other\"}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": null} | /title",
                "{\"sections\": null} | /sections",
                "{\"sections\": {\"new\": \"x\"}} | /sections/new/title",
                "{\"sections\": {\"plan\": 7}} | /sections/plan",
                "{\"sections\": {\"plan\": {\"texts\": \"x\"}}} | /sections/plan",
                "{\"sections\": [{\"key\": \"plan\", \"text\": \"x\"}]} | /sections",
                "{\"sections\": \"x\"} | /sections"
            })
    void a_patch_that_breaks_a_rule_is_told_where(String patch, String pointer) {
        Answer draft = draft(ana);
        Answer refused = ana.patch(path(draft), draft.etag(), patch);
        assertEquals(422, refused.status(), refused::toString);
        assertEquals(List.of(pointer), pointers(refused));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"status\": \"signed\"}", "{\"version\": 9}", "{\"appointmentId\": null, \"id\": 1}", "7"})
    void nothing_else_can_be_patched(String patch) {
        Answer draft = draft(ana);
        assertEquals(400, ana.patch(path(draft), draft.etag(), patch).status());
    }

    @Test
    void every_version_can_be_read_again() {
        Answer draft = draft(ana);
        ana.patch(path(draft), draft.etag(), "{\"title\": \"Visit\"}");
        assertEquals(
                "SOAP note",
                ana.get(path(draft) + "/versions/1").json().path("title").asString());
        Answer second = ana.get(path(draft) + "/versions/2");
        assertEquals("Visit", second.json().path("title").asString());
        assertEquals("Rest.", section(second, "plan").path("text").asString());
    }

    @Test
    void versions_are_listed_page_by_page() {
        Answer document = draft(ana);
        String path = path(document);
        for (int i = 0; i < 4; i++) {
            document = ana.patch(path, document.etag(), "{\"title\": \"Visit " + i + "\"}");
        }
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ana.get(path + "/versions?limit=2" + cursor).json();
            page.path("items")
                    .valueStream()
                    .forEach(item -> numbers.add(item.path("version").asInt()));
            cursor = "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.equals("&cursor="));
        assertEquals(List.of(1, 2, 3, 4, 5), numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "01", "x", "99999999999999999999"})
    void a_version_that_never_was_is_not_found(String number) {
        assertEquals(404, ana.get(path(draft(ana)) + "/versions/" + number).status());
    }

    @Test
    void of_changes_made_at_once_one_wins_and_the_others_are_told() throws InterruptedException {
        Answer draft = draft(ana);
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> statuses.add(ana.patch(path(draft), draft.etag(), "{\"title\": \"" + i + "\"}")
                                .status())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, Collections.frequency(statuses, 200), statuses::toString);
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 412), statuses::toString);
    }
}
