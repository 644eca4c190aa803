package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.pointers;
import static com.klinity.appointments.Clinic.problem;
import static com.klinity.appointments.Clinic.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentsTest {

    private final Practitioner ana = Clinic.practitioner();
    private final String patient = patient(ana, "Ana Souza").id();

    @Test
    void a_new_appointment_is_shown_as_it_was_sent() {
        Answer created = post(", \"endsAt\": \"2026-03-01T09:30:00Z\", \"title\": \"First visit\"");
        assertTrue(
                created.text()
                        .contains("\"patientId\":\"" + patient
                                + "\",\"startsAt\":\"2026-03-01T09:00:00Z\",\"endsAt\":\"2026-03-01T09:30:00Z\",\"status\":\"scheduled\",\"title\":\"First"
                                + " visit\""),
                created::text);
    }

    @Test
    void what_is_stored_is_what_was_answered() {
        Answer created = post(", \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}");
        assertEquals(created.json(), ana.get(location(created)).json());
    }

    @Test
    void a_new_appointment_answers_201() {
        assertEquals(201, post("").status());
    }

    @Test
    void a_new_appointment_has_an_address() {
        Answer created = post("");
        assertEquals("/v1/appointments/" + created.id(), location(created));
    }

    @Test
    void what_is_not_known_is_not_shown() {
        assertEquals(
                List.of("id", "patientId", "startsAt", "status", "createdAt", "updatedAt"),
                post("").json().propertyNames().stream().toList());
    }

    @Test
    void a_visit_of_the_past_may_be_entered_as_completed() {
        assertEquals("completed", text(post(", \"status\": \"completed\""), "status"));
    }

    @Test
    void a_time_with_an_offset_is_shown_in_UTC() {
        Answer created = ana.post(APPOINTMENTS, booking(patient, "2026-03-01T06:00:00-03:00", ""));
        assertEquals(NINE, text(created, "startsAt"));
    }

    @Test
    void a_change_gives_a_new_entity_tag() {
        Answer created = post("");
        assertNotEquals(created.etag(), change(created, "{\"title\": \"t\"}").etag());
    }

    @Test
    void the_status_moves_on() {
        assertEquals("in_progress", text(change(post(""), "{\"status\": \"in_progress\"}"), "status"));
    }

    @Test
    void the_status_never_moves_back() {
        Answer answer = change(post(", \"status\": \"completed\""), "{\"status\": \"scheduled\"}");
        assertEquals("409 status-conflict", answer.status() + " " + problem(answer));
    }

    @Test
    void a_status_that_is_removed_does_not_start_over() {
        assertEquals(
                409,
                change(post(", \"status\": \"cancelled\""), "{\"status\": null}")
                        .status());
    }

    @Test
    void the_patient_can_be_put_right() {
        String other = patient(ana, "Bea").id();
        assertEquals(other, text(change(post(""), "{\"patientId\": \"" + other + "\"}"), "patientId"));
    }

    @Test
    void a_patient_who_never_was_is_422() {
        Answer answer = ana.post(APPOINTMENTS, booking(Clinic.unknown(), NINE, ""));
        assertEquals("422 [/patientId]", answer.status() + " " + pointers(answer));
    }

    @Test
    void a_change_to_a_patient_who_never_was_is_422() {
        Answer answer = change(post(""), "{\"patientId\": \"" + Clinic.unknown() + "\"}");
        assertEquals("422 [/patientId]", answer.status() + " " + pointers(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/startsAt | \"startsAt\": null",
                "/startsAt | \"startsAt\": \"1899-12-31T23:59:59Z\"",
                "/startsAt | \"startsAt\": \"9999-12-31T23:59:59Z\"",
                "/endsAt   | \"endsAt\": \"2026-03-01T09:00:00Z\"",
                "/endsAt   | \"endsAt\": \"2026-03-01T08:59:59Z\"",
                "/title    | \"title\": \"a\\u0007b\"",
                "/recordingConsent/given  | \"recordingConsent\": {\"method\": \"verbal\"}",
                "/recordingConsent/method | \"recordingConsent\": {\"given\": true}",
                "/recordingConsent/at     | \"recordingConsent\": {\"given\": true, \"method\": \"verbal\", \"at\":"
                        + " \"2999-01-01T00:00:00Z\"}"
            })
    void a_broken_rule_is_422_and_names_the_field(String pointer, String field) {
        Answer answer = change(post(""), "{" + field + "}");
        assertEquals("422 " + List.of(pointer), answer.status() + " " + pointers(answer));
    }

    @Test
    void a_title_of_a_million_characters_is_refused() {
        int status = post(", \"title\": \"" + "x".repeat(1_000_000) + "\"").status();
        assertTrue(status == 413 || status == 422, () -> "status " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": \"done\"",
                "\"status\": \"SCHEDULED\"",
                "\"status\": 0",
                "\"status\": []",
                "\"startsAt\": 0",
                "\"startsAt\": \"today\"",
                "\"startsAt\": \"2026-03-01\"",
                "\"startsAt\": \"2026-02-30T09:00:00Z\"",
                "\"startsAt\": \"+9999999999-01-01T00:00:00Z\"",
                "\"startsAt\": [2026, 3, 1]",
                "\"patientId\": 7",
                "\"patientId\": \"x\"",
                "\"patientId\": {}",
                "\"title\": 7",
                "\"title\": \"a\\u0000b\"",
                "\"title\": \"\\ud83d\"",
                "\"room\": \"3\"",
                "\"version\": 1",
                "\"accountId\": \"x\"",
                "\"recordingConsent\": true",
                "\"recordingConsent\": {\"given\": \"yes\", \"method\": \"verbal\"}",
                "\"recordingConsent\": {\"given\": 1, \"method\": \"verbal\"}",
                "\"recordingConsent\": {\"given\": true, \"method\": \"sms\"}",
                "\"recordingConsent\": {\"given\": true, \"by\": \"x\"}",
                "\"title\": \"a\", \"title\": \"b\""
            })
    void a_field_of_the_wrong_shape_is_400(String field) {
        Answer answer = change(post(""), "{" + field + "}");
        assertEquals(400, answer.status(), answer::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}}", "\"x\""})
    void a_body_that_is_no_object_is_400(String body) {
        assertEquals(400, ana.post(APPOINTMENTS, body).status());
    }

    @Test
    void a_body_that_is_not_JSON_is_415() {
        assertEquals(
                415,
                ana.post(APPOINTMENTS, "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void a_change_with_an_older_entity_tag_is_412() {
        Answer created = post("");
        change(created, "{\"title\": \"t\"}");
        assertEquals(412, change(created, "{\"title\": \"u\"}").status());
    }

    @Test
    void a_change_without_an_entity_tag_is_428() {
        assertEquals(
                428,
                Clinic.patchBlindly(ana, location(post("")), "{\"title\": \"t\"}")
                        .status());
    }

    @Test
    void an_appointment_is_deleted() {
        Answer created = post("");
        assertEquals(204, ana.delete(location(created), created.etag()).status());
    }

    @Test
    void a_deleted_appointment_is_gone() {
        Answer created = post("");
        ana.delete(location(created), created.etag());
        assertEquals(404, ana.get(location(created)).status());
    }

    @Test
    void deleting_without_an_entity_tag_is_428() {
        assertEquals(428, ana.delete(location(post(""))).status());
    }

    @Test
    void deleting_with_an_older_entity_tag_is_412() {
        Answer created = appointment(ana, patient, NINE);
        change(created, "{\"title\": \"t\"}");
        assertEquals(412, ana.delete(location(created), created.etag()).status());
    }

    private Answer post(String more) {
        return ana.post(APPOINTMENTS, booking(patient, NINE, more));
    }

    private Answer change(Answer appointment, String patch) {
        return ana.patch(location(appointment), appointment.etag(), patch);
    }
}
