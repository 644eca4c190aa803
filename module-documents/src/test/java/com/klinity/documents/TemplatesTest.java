package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.patchBlindly;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class TemplatesTest {

    private static final String TEMPLATES = "/v1/templates";
    private static final String SOAP = "/v1/templates/019b76da-a800-7001-8000-000000000001";
    private static final String OWN = """
        {"name": "Own", "language": "en", "sections": [{"key": "a", "title": "A", "topics": ["past_history"]}]}\
        """;

    private final Practitioner ana = practitioner();

    @Test
    void built_in_ones_come_first_and_own_ones_after() {
        String own = created(ana.post(TEMPLATES, OWN)).id();
        JsonNode items = ana.get(TEMPLATES).json().path("items");
        assertEquals(17, items.size());
        assertEquals(own, items.path(16).path("id").asString());
        assertEquals("soap-en", items.path(0).path("key").asString());
    }

    @Test
    void pages_run_over_from_built_in_to_own_ones() {
        for (int i = 0; i < 3; i++) {
            created(ana.post(TEMPLATES, OWN));
        }
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ana.get(TEMPLATES + "?limit=5" + cursor).json();
            ids.addAll(each(page.path("items"), "id"));
            cursor = "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.equals("&cursor="));
        assertEquals(each(ana.get(TEMPLATES).json().path("items"), "id"), ids);
        assertEquals(19, ids.stream().distinct().count());
    }

    @Test
    void a_language_can_be_asked_for() {
        created(ana.post(TEMPLATES, OWN));
        JsonNode items = ana.get(TEMPLATES + "?language=pt-BR").json().path("items");
        assertEquals(8, items.size());
        assertTrue(each(items, "language").stream().allMatch("pt-BR"::equals));
        assertEquals(9, ana.get(TEMPLATES + "?language=en").json().path("items").size());
    }

    @Test
    void an_unknown_language_is_refused() {
        assertEquals(400, ana.get(TEMPLATES + "?language=xx").status());
    }

    @Test
    void a_new_one_can_be_read_at_its_location() {
        Answer created = created(ana.post(TEMPLATES, OWN));
        assertEquals(created.json(), ana.get(created.location()).json());
        assertEquals(1, created.json().path("version").asInt());
        assertFalse(created.json().path("builtIn").asBoolean());
        assertEquals(
                "past_history",
                created.json().path("sections").path(0).path("topics").path(0).asString());
    }

    @Test
    void a_built_in_one_can_be_read() {
        Answer soap = ana.get(SOAP);
        assertTrue(soap.json().path("builtIn").asBoolean());
        assertEquals("\"1\"", soap.etag());
    }

    @Test
    void built_in_ones_do_not_change() {
        assertEquals("409 built-in-template", problem(ana.patch(SOAP, "\"1\"", "{\"name\": \"Mine\"}")));
        assertEquals("409 built-in-template", problem(ana.delete(SOAP, "\"1\"")));
    }

    @Test
    void a_change_makes_a_version_and_the_earlier_one_stays() {
        Answer own = created(ana.post(TEMPLATES, OWN));
        Answer changed = ana.patch(own.location(), own.etag(), "{\"name\": \"Better\", \"language\": \"pt-BR\"}");
        assertEquals(200, changed.status(), changed::toString);
        assertEquals(2, changed.json().path("version").asInt());
        assertEquals(changed.json(), ana.get(own.location()).json());
        assertEquals(
                "Own",
                ana.get(own.location() + "/versions/1").json().path("name").asString());
        assertEquals(404, ana.get(own.location() + "/versions/3").status());
    }

    @Test
    void a_document_keeps_the_version_it_was_made_from() {
        Answer own = created(ana.post(TEMPLATES, OWN));
        Answer document = created(ana.post(documentsOf(appointment(ana)), "{\"templateId\": \"" + own.id() + "\"}"));
        ana.patch(own.location(), own.etag(), "{\"name\": \"Better\"}");
        ana.delete(own.location(), "\"2\"");
        JsonNode kept = ana.get(document.location()).json().path("template");
        assertEquals("Own", kept.path("name").asString());
        assertEquals(1, kept.path("version").asInt());
    }

    @Test
    void changing_and_deleting_need_to_know_what_is_there() {
        Answer own = created(ana.post(TEMPLATES, OWN));
        assertEquals("428 precondition-required", problem(patchBlindly(ana, own.location(), "{\"name\": \"x\"}")));
        assertEquals("428 precondition-required", problem(ana.delete(own.location())));
        assertEquals("412 stale", problem(ana.patch(own.location(), "\"9\"", "{\"name\": \"x\"}")));
    }

    @Test
    void a_deleted_one_is_gone() {
        Answer own = created(ana.post(TEMPLATES, OWN));
        assertEquals(204, ana.delete(own.location(), own.etag()).status());
        assertEquals(404, ana.get(own.location()).status());
    }

    @Test
    void an_unknown_one_is_not_found() {
        assertEquals(404, ana.get(TEMPLATES + "/" + unknown()).status());
        assertEquals(404, ana.patch(TEMPLATES + "/" + unknown(), "\"1\"", "{}").status());
        assertEquals(404, ana.delete(TEMPLATES + "/" + unknown(), "\"1\"").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"language\": \"en\", \"sections\": [{\"key\": \"a\", \"title\": \"A\"}]} | /name",
                "{\"name\": \"x\", \"language\": \"fr\", \"sections\": [{\"key\": \"a\", \"title\": \"A\"}]} |"
                        + " /language",
                "{\"name\": \"x\", \"language\": \"en\"} | /sections",
                "{\"name\": \"x\", \"language\": \"en\", \"sections\": [null]} | /sections/0",
                "{\"name\": \"x\", \"language\": \"en\", \"sections\": [{\"key\": \"a\"}]} | /sections/0/title",
                "{\"name\": \"x\", \"language\": \"en\", \"sections\": [{\"key\": \"a\", \"title\": \"A\", \"topics\":"
                        + " [null]}]} | /sections/0/topics"
            })
    void a_body_that_breaks_a_rule_is_told_where(String body, String pointer) {
        Answer refused = ana.post(TEMPLATES, body);
        assertEquals(422, refused.status(), refused::toString);
        assertEquals(List.of(pointer), pointers(refused));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"x\", \"language\": \"en\", \"builtIn\": true, \"sections\": [{\"key\": \"a\", \"title\":"
                        + " \"A\"}]}",
                "{\"name\": \"x\", \"language\": \"en\", \"sections\": [{\"key\": \"a\", \"title\": \"A\", \"topics\":"
                        + " [\"weather\"]}]}"
            })
    void a_body_of_another_shape_is_malformed(String body) {
        assertEquals(400, ana.post(TEMPLATES, body).status());
    }
}
