package com.klinity.appointments;

import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.pointers;
import static com.klinity.appointments.Clinic.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientsTest {

    private static final String EVERYTHING = """
        {"name": "João da Silva", "birthDate": "1984-02-29", "sex": "male",
         "contact": {"email": "joao@example.org", "phone": "+55 11 91234-5678"},
         "externalId": "HC-17", "notes": "Allergic to penicillin.\\nSleeps badly."}
        """;

    private final Practitioner ana = Clinic.practitioner();

    @Test
    void a_new_patient_is_shown_as_it_was_sent() {
        Answer created = ana.post(PATIENTS, EVERYTHING);
        assertTrue(created.text().contains("""
            "name":"João da Silva","birthDate":"1984-02-29","sex":"male",\
            "contact":{"email":"joao@example.org","phone":"+55 11 91234-5678"},\
            "externalId":"HC-17","notes":"Allergic to penicillin.\\nSleeps badly."\
            """), created::text);
    }

    @Test
    void what_is_stored_is_what_was_answered() {
        Answer created = ana.post(PATIENTS, EVERYTHING);
        assertEquals(created.json(), ana.get(location(created)).json());
    }

    @Test
    void a_new_patient_has_an_address() {
        Answer created = ana.post(PATIENTS, EVERYTHING);
        assertEquals("/v1/patients/" + created.id(), location(created));
    }

    @Test
    void a_new_patient_answers_201() {
        assertEquals(201, ana.post(PATIENTS, "{\"name\": \"Ana\"}").status());
    }

    @Test
    void what_is_not_known_is_not_shown() {
        assertEquals(
                List.of("id", "name", "createdAt", "updatedAt"),
                patient(ana, "Ana").json().propertyNames().stream().toList());
    }

    @Test
    void an_empty_contact_is_not_shown() {
        assertFalse(ana.post(PATIENTS, "{\"name\": \"Ana\", \"contact\": {}}")
                .json()
                .has("contact"));
    }

    @Test
    void a_change_leaves_the_rest_as_it_was() {
        Answer created = ana.post(PATIENTS, EVERYTHING);
        Answer changed =
                ana.patch(location(created), created.etag(), "{\"contact\": {\"phone\": null}, \"sex\": null}");
        assertTrue(changed.text().contains("""
            "birthDate":"1984-02-29","contact":{"email":"joao@example.org"},"externalId":"HC-17"\
            """), changed::text);
    }

    @Test
    void a_change_gives_a_new_entity_tag() {
        Answer created = patient(ana, "Ana");
        assertNotEquals(
                created.etag(),
                ana.patch(location(created), created.etag(), "{\"notes\": \"n\"}")
                        .etag());
    }

    @Test
    void a_change_moves_the_time_of_the_last_change() {
        Answer created = patient(ana, "Ana");
        Answer changed = ana.patch(location(created), created.etag(), "{\"notes\": \"n\"}");
        assertTrue(Instant.parse(text(changed, "updatedAt")).isAfter(Instant.parse(text(created, "updatedAt"))));
    }

    @Test
    void the_list_is_in_the_order_of_creation() {
        List<String> created = List.of(
                patient(ana, "C").id(),
                patient(ana, "A").id(),
                patient(ana, "B").id());
        assertEquals(created, Clinic.each(ana.get(PATIENTS), "id"));
    }

    @Test
    void the_list_of_a_new_account_is_empty() {
        assertEquals("{\"items\":[],\"nextCursor\":null}", ana.get(PATIENTS).text());
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        List<String> names = List.of("A", "B", "C", "D", "E");
        names.forEach(name -> patient(ana, name));
        assertEquals(names, Pages.names(ana, PATIENTS, 2));
    }

    @Test
    void the_last_full_page_has_no_cursor() {
        patient(ana, "A");
        patient(ana, "B");
        assertTrue(ana.get(PATIENTS + "?limit=2").json().get("nextCursor").isNull());
    }

    @Test
    void another_account_s_cursor_shows_nothing_of_it() {
        Practitioner bea = Clinic.practitioner();
        patient(ana, "A");
        patient(ana, "B");
        String cursor = text(ana.get(PATIENTS + "?limit=1"), "nextCursor");
        assertEquals(List.of(), Clinic.each(bea.get(PATIENTS + "?cursor=" + cursor), "id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=99999999999",
                "limit=1&limit=2",
                "cursor=x",
                "cursor=%00",
                "cursor=AAAA",
                "cursor=AAAA;drop",
                "page=2",
                "accountId=x",
                "name=Ana"
            })
    void a_list_refuses_what_it_does_not_know(String query) {
        assertEquals(400, ana.get(PATIENTS + "?" + query).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "f_________________________________________AA"})
    void a_cursor_beyond_all_times_is_answered(String cursor) {
        int status = ana.get(PATIENTS + "?cursor=" + cursor).status();
        assertTrue(status == 200 || status == 400, () -> "status " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name       | {}",
                "/name       | {\"name\": null}",
                "/name       | {\"name\": \"\"}",
                "/name       | {\"name\": \" \\u00a0\\t\"}",
                "/name       | {\"name\": \"a\\u0007b\"}",
                "/name       | {\"name\": \"a\\nb\"}",
                "/birthDate  | {\"name\": \"A\", \"birthDate\": \"1879-12-31\"}",
                "/birthDate  | {\"name\": \"A\", \"birthDate\": \"2999-01-01\"}",
                "/birthDate  | {\"name\": \"A\", \"birthDate\": \"-0001-01-01\"}",
                "/externalId | {\"name\": \"A\", \"externalId\": \"a\\u0007b\"}",
                "/notes      | {\"name\": \"A\", \"notes\": \"a\\u0007b\"}",
                "/contact/email | {\"name\": \"A\", \"contact\": {\"email\": \"nobody\"}}",
                "/contact/phone | {\"name\": \"A\", \"contact\": {\"phone\": \"call me\"}}"
            })
    void a_broken_rule_is_422_and_names_the_field(String pointer, String body) {
        Answer answer = ana.post(PATIENTS, body);
        assertEquals(
                "422 " + List.of(pointer),
                answer.status() + " " + pointers(answer).stream().distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"Ana\"",
                "7",
                "{",
                "{\"name\": \"A\"} x",
                "{\"name\": [\"A\"]}",
                "{\"name\": {\"a\": 1}}",
                "{\"name\": 7}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"a\\ud800b\"}",
                "{\"name\": \"\\udc00\\ud800\"}",
                "{\"name\": \"A\", \"notes\": \"\\u0000\"}",
                "{\"name\": true}",
                "{\"name\": \"A\", \"nickname\": \"B\"}",
                "{\"name\": \"A\", \"name\": \"B\"}",
                "{\"name\": \"A\", \"id\": \"0\"}",
                "{\"name\": \"A\", \"accountId\": \"0\"}",
                "{\"name\": \"A\", \"createdAt\": \"2020-01-01T00:00:00Z\"}",
                "{\"name\": \"A\", \"sex\": \"MALE\"}",
                "{\"name\": \"A\", \"sex\": \"m\"}",
                "{\"name\": \"A\", \"sex\": 0}",
                "{\"name\": \"A\", \"sex\": \"\"}",
                "{\"name\": \"A\", \"birthDate\": 0}",
                "{\"name\": \"A\", \"birthDate\": [1984, 2, 29]}",
                "{\"name\": \"A\", \"birthDate\": \"1983-02-29\"}",
                "{\"name\": \"A\", \"birthDate\": \"29/02/1984\"}",
                "{\"name\": \"A\", \"birthDate\": \"1984-02-29T00:00:00Z\"}",
                "{\"name\": \"A\", \"birthDate\": \"\"}",
                "{\"name\": \"A\", \"birthDate\": \"+999999999999-01-01\"}",
                "{\"name\": \"A\", \"contact\": []}",
                "{\"name\": \"A\", \"contact\": \"ana@example.org\"}",
                "{\"name\": \"A\", \"contact\": {\"fax\": \"1\"}}"
            })
    void a_body_of_the_wrong_shape_is_400(String body) {
        Answer answer = ana.post(PATIENTS, body);
        assertEquals(400, answer.status(), answer::text);
    }

    @Test
    void a_name_of_a_million_characters_is_refused() {
        int status = ana.post(PATIENTS, "{\"name\": \"" + "x".repeat(1_000_000) + "\"}")
                .status();
        assertTrue(status == 413 || status == 422, () -> "status " + status);
    }

    @Test
    void a_deeply_nested_body_is_400() {
        assertEquals(
                400, ana.post(PATIENTS, "{\"name\": " + "[".repeat(100_000)).status());
    }

    @Test
    void a_body_that_is_not_JSON_is_415() {
        assertEquals(
                415,
                ana.post(PATIENTS, "text/plain", "Ana".getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void a_name_of_symbols_alone_is_a_name() {
        assertEquals(201, ana.post(PATIENTS, "{\"name\": \"\\u0301-\"}").status());
    }

    @Test
    void a_change_that_breaks_a_rule_is_422() {
        Answer created = patient(ana, "Ana");
        assertEquals(
                422,
                ana.patch(location(created), created.etag(), "{\"name\": null}").status());
    }

    @Test
    void a_change_of_what_cannot_be_changed_is_400() {
        Answer created = patient(ana, "Ana");
        assertEquals(
                400,
                ana.patch(location(created), created.etag(), "{\"id\": \"x\"}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "{"})
    void a_change_that_is_no_object_is_400(String body) {
        Answer created = patient(ana, "Ana");
        assertEquals(400, ana.patch(location(created), created.etag(), body).status());
    }

    @Test
    void a_change_with_an_older_entity_tag_is_412() {
        Answer created = patient(ana, "Ana");
        ana.patch(location(created), created.etag(), "{\"notes\": \"n\"}");
        assertEquals(
                412,
                ana.patch(location(created), created.etag(), "{\"notes\": \"m\"}")
                        .status());
    }

    @Test
    void a_change_without_an_entity_tag_is_428() {
        assertEquals(
                428,
                Clinic.patchBlindly(ana, location(patient(ana, "Ana")), "{\"notes\": \"n\"}")
                        .status());
    }

    @Test
    void a_refused_change_changes_nothing() {
        Answer created = patient(ana, "Ana");
        ana.patch(location(created), "\"77\"", "{\"notes\": \"n\"}");
        assertEquals(created.json(), ana.get(location(created)).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "%20", "..%2f", "018f0000-0000-7000-8000-00000000000", "{id}"})
    void what_is_no_id_is_404(String id) {
        assertEquals(
                404,
                ana.get(PATIENTS + "/" + id.replace("{", "%7B").replace("}", "%7D"))
                        .status());
    }

    @Test
    void without_a_token_it_is_401() {
        assertEquals(401, Clinic.SERVER.anonymous().get(PATIENTS).status());
    }

    @Test
    void answers_are_not_for_caches() {
        assertEquals("no-store", ana.get(location(patient(ana, "Ana"))).header("Cache-Control"));
    }
}
