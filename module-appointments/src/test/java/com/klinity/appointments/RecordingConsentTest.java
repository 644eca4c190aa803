package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordingConsentTest {

    private static final String GIVEN = "{\"given\": true, \"method\": \"written\", \"at\": \"2026-01-05T10:00:00Z\"}";

    private final Practitioner ana = Clinic.practitioner();

    @Test
    void consent_is_kept_as_it_was_given() {
        assertEquals(
                "{\"given\":true,\"at\":\"2026-01-05T10:00:00Z\",\"method\":\"written\"}",
                consent(booked(GIVEN)).toString());
    }

    @Test
    void consent_without_a_time_is_given_now() {
        Instant before = Instant.now().minusSeconds(1);
        Instant at = at(booked("{\"given\": true, \"method\": \"verbal\"}"));
        assertTrue(at.isAfter(before) && at.isBefore(Instant.now().plusSeconds(1)), at::toString);
    }

    @Test
    void consent_can_be_withdrawn() {
        assertFalse(consent(change(booked(GIVEN), "{\"given\": false}"))
                .get("given")
                .asBoolean());
    }

    @Test
    void a_withdrawal_has_a_time_of_its_own() {
        assertTrue(at(change(booked(GIVEN), "{\"given\": false}")).isAfter(Instant.parse("2026-01-05T10:00:00Z")));
    }

    @Test
    void consent_can_be_given_again() {
        Answer withdrawn = change(booked(GIVEN), "{\"given\": false}");
        assertTrue(consent(change(withdrawn, "{\"given\": true}")).get("given").asBoolean());
    }

    @Test
    void consent_that_is_taken_out_is_withdrawn() {
        assertFalse(consent(change(booked(GIVEN), "null")).get("given").asBoolean());
    }

    @Test
    void giving_leaves_a_trace_in_the_audit_log() {
        booked(GIVEN);
        assertEquals(
                "{\"recordingConsent\":\"given\"}", ana.auditEntries().getLast().details());
    }

    @Test
    void withdrawing_leaves_a_trace_in_the_audit_log() {
        change(booked(GIVEN), "{\"given\": false}");
        assertEquals(
                "{\"recordingConsent\":\"withdrawn\"}",
                ana.auditEntries().getLast().details());
    }

    private Answer booked(String consent) {
        String patient = patient(ana, "Ana").id();
        return ana.post(APPOINTMENTS, booking(patient, NINE, ", \"recordingConsent\": " + consent));
    }

    private Answer change(Answer appointment, String consent) {
        return ana.patch(
                APPOINTMENTS + "/" + appointment.id(), appointment.etag(), "{\"recordingConsent\": " + consent + "}");
    }

    private static JsonNode consent(Answer answer) {
        return answer.json().path("recordingConsent");
    }

    private static Instant at(Answer answer) {
        return Instant.parse(consent(answer).get("at").asString());
    }
}
