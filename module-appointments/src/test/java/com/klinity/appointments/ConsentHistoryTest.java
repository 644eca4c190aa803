package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.each;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.pointers;
import static com.klinity.appointments.Clinic.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentHistoryTest {

    private static final String GIVEN = "{\"given\": true, \"method\": \"verbal\"}";
    private static final String WITHDRAWN = "{\"given\": false}";
    private static final String BOOKED = ", \"recordingConsent\": " + GIVEN;

    private final Practitioner ana = Clinic.practitioner();
    private final String appointment = location(appointment(ana));

    @Test
    void an_entry_says_who_how_when_to_what_and_whether_a_machine_may_draft() {
        Answer entry = say("{\"given\": true, \"method\": \"written\", \"at\": \"2026-03-01T08:00:00Z\", \"ai\": true,"
                + " \"text\": \"You may record.\", \"textVersion\": \"2026-1\"}");
        String shown = ana.get(location(entry)).text();
        List.of(
                        "\"given\":true",
                        "\"method\":\"written\"",
                        "\"at\":\"2026-03-01T08:00:00Z\"",
                        "\"ai\":true",
                        "\"text\":\"You may record.\"",
                        "\"textVersion\":\"2026-1\"",
                        "\"textSha256\":\"50bf679ab7",
                        "\"recordedWith\":\"consent\"",
                        "\"recordedBy\":\"" + ana.account() + "\"")
                .forEach(part -> assertTrue(shown.contains(part), () -> part + " is not in " + shown));
    }

    @Test
    void the_last_entry_is_the_appointments() {
        say(GIVEN);
        say(WITHDRAWN);
        assertFalse(ana.get(appointment).json().at("/recordingConsent/given").asBoolean());
    }

    @Test
    void every_entry_stays_in_the_order_in_which_it_came() {
        say(GIVEN);
        say("{\"given\": false, \"at\": \"2026-03-01T08:00:00Z\"}");
        say(GIVEN);
        assertEquals(List.of("true", "false", "true"), each(ana.get(appointment + "/consents"), "given"));
    }

    @Test
    void a_list_goes_on_at_its_cursor() {
        say(GIVEN);
        say(WITHDRAWN);
        String cursor = ana.get(appointment + "/consents?limit=1")
                .json()
                .path("nextCursor")
                .asString();
        assertEquals(List.of("false"), each(ana.get(appointment + "/consents?cursor=" + cursor), "given"));
    }

    @Test
    void what_the_appointment_is_told_is_in_the_history_too() {
        String booked = location(booked());
        ana.patch(booked, "*", "{\"recordingConsent\": {\"ai\": false}}");
        ana.patch(booked, "*", "{\"recordingConsent\": null}");
        ana.patch(booked, "*", "{\"title\": \"Check-up\"}");
        Answer history = ana.get(booked + "/consents");
        assertEquals(List.of("true", "true", "false"), each(history, "given"));
        assertEquals(List.of("booking", "appointment", "appointment"), each(history, "recordedWith"));
    }

    @Test
    void what_was_said_of_machines_holds_until_something_else_is_said() {
        say("{\"given\": true, \"method\": \"verbal\", \"ai\": false}");
        say(WITHDRAWN);
        Answer again = say(GIVEN);
        assertEquals("false", again.json().path("ai").asString());
    }

    @Test
    void an_entry_changes_the_appointments_version() {
        String before = String.valueOf(ana.get(appointment).header("ETag"));
        say(GIVEN);
        assertEquals(412, ana.patch(appointment, before, "{\"title\": \"x\"}").status());
    }

    @Test
    void giving_and_withdrawing_are_in_the_audit_log() {
        UUID entry = UUID.fromString(say(GIVEN).id());
        AuditLine line = ana.auditEntries().getLast();
        assertEquals(
                "create Consent " + List.of(entry) + " true",
                line.action() + " " + line.resourceType() + " " + line.resourceIds() + " "
                        + line.details().contains("\"recordingConsent\":\"given\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/given       | {\"method\": \"verbal\"}",
                "/method      | {\"given\": true}",
                "/at          | {\"given\": true, \"method\": \"verbal\", \"at\": \"2999-01-01T00:00:00Z\"}",
                "/at          | {\"given\": false, \"at\": \"2999-01-01T00:00:00Z\"}",
                "/at          | {\"given\": true, \"method\": \"verbal\", \"at\": \"1970-01-01T00:00:00Z\"}",
                "/at          | {\"given\": true, \"method\": \"verbal\", \"at\": \"0001-01-01T00:00:00Z\"}",
                "/text        | {\"given\": false, \"text\": \" \"}",
                "/textVersion | {\"given\": false, \"textVersion\": \"2\"}"
            })
    void what_cannot_be_is_422(String pointer, String consent) {
        Answer answer = ana.post(appointment + "/consents", consent);
        assertEquals(422, answer.status(), answer::text);
        assertEquals(List.of(pointer), pointers(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
    void the_appointment_is_told_no_such_time_either(String at) {
        String consent = "{\"recordingConsent\": {\"given\": true, \"method\": \"verbal\", \"at\": \"" + at + "\"}}";
        assertEquals(List.of("/recordingConsent/at"), pointers(ana.patch(appointment, "*", consent)));
    }

    @Test
    void consent_from_before_its_withdrawal_does_not_undo_it() {
        say(GIVEN);
        Instant withdrawn = Instant.parse(say(WITHDRAWN).json().path("at").asString());
        Answer answer = ana.post(
                appointment + "/consents",
                "{\"given\": true, \"method\": \"verbal\", \"at\": \"" + withdrawn.minus(Duration.ofMinutes(5))
                        + "\"}");
        assertEquals("422 [/at]", answer.status() + " " + pointers(answer));
    }

    @Test
    void a_withdrawal_from_before_is_taken() {
        say(GIVEN);
        assertEquals(
                "false",
                say("{\"given\": false, \"at\": \"2026-01-01T00:00:00Z\"}")
                        .json()
                        .path("given")
                        .asString());
    }

    @Test
    void a_cancelled_appointments_consent_can_be_withdrawn() {
        say(GIVEN);
        ana.patch(appointment, "*", "{\"status\": \"cancelled\"}");
        say(WITHDRAWN);
    }

    @Test
    void an_appointment_with_a_recorded_consent_keeps_its_patient() {
        say(GIVEN);
        Answer moved = move(appointment);
        assertEquals("409 appointment-in-use", moved.status() + " " + problem(moved));
    }

    @Test
    void withdrawing_it_does_not_free_the_appointment() {
        say(GIVEN);
        say(WITHDRAWN);
        assertEquals(409, move(appointment).status());
    }

    @Test
    void neither_does_taking_it_out() {
        String booked = location(booked());
        ana.patch(booked, "*", "{\"recordingConsent\": null}");
        assertEquals(409, move(booked).status());
    }

    @Test
    void what_was_said_with_the_booking_of_one_patient_does_not_cover_another() {
        Answer moved = move(location(booked()));
        assertEquals(
                "200 false",
                moved.status() + " "
                        + moved.json().at("/recordingConsent/given").asString());
    }

    @Test
    void nor_can_it_be_carried_over_in_the_same_change() {
        String bruno = patient(ana, "Bruno").id();
        Answer moved = ana.patch(
                location(booked()), "*", "{\"patientId\": \"" + bruno + "\", \"recordingConsent\": {\"ai\": true}}");
        assertEquals(List.of("/recordingConsent"), pointers(moved));
    }

    private Answer say(String consent) {
        Answer answer = ana.post(appointment + "/consents", consent);
        assertEquals(201, answer.status(), answer::text);
        return answer;
    }

    private Answer booked() {
        return ana.post(APPOINTMENTS, booking(patient(ana, "Alice").id(), NINE, BOOKED));
    }

    private Answer move(String path) {
        return ana.patch(path, "*", "{\"patientId\": \"" + patient(ana, "Bruno").id() + "\"}");
    }
}
