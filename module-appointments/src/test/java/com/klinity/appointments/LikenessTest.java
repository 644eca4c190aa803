package com.klinity.appointments;

import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.problem;
import static com.klinity.appointments.Clinic.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LikenessTest {

    private static final String BORN = ", \"birthDate\": \"1984-02-29\"";

    private final Practitioner ana = Clinic.practitioner();

    @ParameterizedTest
    @ValueSource(strings = {"HC-1\u00e9", " HC-1\u00e9 ", "HC-1e\u0301", "\u00a0HC-1\u00e9\u3000"})
    void a_number_is_given_once(String number) {
        numbered("Ana", "HC-1\u00e9");
        assertEquals("external-id-taken", problem(numbered("Bea", number)));
    }

    @Test
    void who_has_the_number_is_named_by_id_alone() {
        Answer first = numbered("Ana", "HC-1");
        Answer refused = numbered("Bea", "HC-1");
        assertEquals(409, refused.status());
        assertTrue(text(refused, "detail").contains(first.id()), refused::text);
        assertFalse(refused.text().contains("HC-1"));
    }

    @Test
    void a_number_is_given_once_when_it_is_changed_too() {
        numbered("Ana", "1");
        Answer bea = numbered("Bea", "2");
        Answer refused = ana.patch(location(bea), bea.etag(), "{\"externalId\": \"1\"}");
        assertEquals(409, refused.status(), refused::text);
    }

    @Test
    void a_patient_keeps_its_own_number_through_a_change() {
        Answer bea = numbered("Bea", "2");
        assertEquals(
                200,
                ana.patch(location(bea), bea.etag(), "{\"externalId\": \"2\", \"notes\": \"n\"}")
                        .status());
    }

    @Test
    void a_number_that_was_taken_away_is_free() {
        Answer first = numbered("Ana", "1");
        ana.patch(location(first), first.etag(), "{\"externalId\": null}");
        assertEquals(201, numbered("Bea", "1").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u200b"})
    void a_number_of_nothing_is_none(String number) {
        numbered("Ana", number);
        Answer second = numbered("Bea", number);
        assertEquals(201, second.status(), second::text);
        assertTrue(second.json().path("externalId").isMissingNode());
    }

    @Test
    void another_account_may_have_the_number() {
        Clinic.practitioner().post(PATIENTS, "{\"name\": \"Ana\", \"externalId\": \"1\"}");
        assertEquals(201, numbered("Ana", "1").status());
    }

    @RepeatedTest(3)
    void of_many_at_once_one_gets_the_number() {
        Callable<Answer> create = () -> numbered("Ana", "1");
        assertEquals(
                List.of(201, 409, 409, 409),
                ConcurrencyTest.statuses(Collections.nCopies(4, create)).stream()
                        .sorted()
                        .toList());
    }

    @RepeatedTest(3)
    void of_two_changed_at_once_one_gets_the_number() {
        Answer first = numbered("Ana", "1");
        Answer second = numbered("Bea", "2");
        List<Integer> statuses = ConcurrencyTest.statuses(List.of(
                () -> ana.patch(location(first), first.etag(), "{\"externalId\": \"3\"}"),
                () -> ana.patch(location(second), second.etag(), "{\"externalId\": \"3\"}")));
        assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"José d'Ávila", "JOSE DAVILA", "D’Avila, Jose\u0301", "\uff2aos\u00e9 d'\u00c1vila"})
    void a_new_patient_of_the_same_name_and_birth_date_is_taken_and_told(String name) {
        Answer first = born("José d'Ávila");
        Answer second = born(name);
        assertEquals(201, second.status());
        assertEquals(List.of(first.id()), duplicates(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"José Lima\", \"birthDate\": \"1984-02-28\"}",
                "{\"name\": \"José Lima\"}",
                "{\"name\": \"José Lira\", \"birthDate\": \"1984-02-29\"}"
            })
    void who_differs_is_no_duplicate(String body) {
        born("José Lima");
        assertEquals(List.of(), duplicates(ana.post(PATIENTS, body)));
    }

    @Test
    void a_change_that_makes_two_alike_tells_so() {
        Answer first = born("José Lima");
        Answer second = born("Bea Lima");
        Answer changed = ana.patch(location(second), second.etag(), "{\"name\": \"Jose LIMA\"}");
        assertEquals(List.of(first.id()), duplicates(changed));
    }

    @Test
    void another_account_s_patients_are_no_duplicates() {
        Clinic.practitioner().post(PATIENTS, "{\"name\": \"Ana\"" + BORN + "}");
        assertEquals(List.of(), duplicates(born("Ana")));
    }

    @Test
    void a_patient_that_is_read_names_no_duplicates() {
        born("Ana");
        assertEquals(List.of(), duplicates(ana.get(location(born("Ana")))));
    }

    private Answer numbered(String name, String number) {
        return ana.post(PATIENTS, "{\"name\": \"" + name + "\", \"externalId\": \"" + number + "\"}");
    }

    private Answer born(String name) {
        return ana.post(PATIENTS, "{\"name\": \"" + name + "\"" + BORN + "}");
    }

    private static List<String> duplicates(Answer answer) {
        return answer.json()
                .path("possibleDuplicates")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
