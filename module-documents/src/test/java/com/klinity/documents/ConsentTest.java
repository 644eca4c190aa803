package com.klinity.documents;

import static com.klinity.documents.Practice.TRANSCRIPTS;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.fromTranscript;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note rests on: the patient's consent, where a machine wrote it, and the patient, once it is there. */
class ConsentTest {

    private final Practitioner ana = practitioner();
    private final String alice = patient(ana, "Alice");
    private final String appointment = appointment(ana, alice);

    @Test
    void nothing_is_drafted_without_consent() {
        say("{\"given\": false}");
        assertEquals("409 consent-missing", problem(fromWhatWasSaid()));
    }

    @Test
    void nothing_is_drafted_when_the_patient_wants_no_machine() {
        say("{\"given\": true, \"method\": \"verbal\", \"ai\": false}");
        assertEquals("409 ai-refused", problem(fromWhatWasSaid()));
    }

    @Test
    void that_holds_until_the_patient_says_otherwise() {
        say("{\"given\": true, \"method\": \"verbal\", \"ai\": false}");
        say("{\"given\": true, \"method\": \"written\"}");
        assertEquals("409 ai-refused", problem(fromWhatWasSaid()));
        say("{\"given\": true, \"method\": \"written\", \"ai\": true}");
        assertEquals(201, fromWhatWasSaid().status());
    }

    @Test
    void people_write_without_consent_to_recording() {
        say("{\"given\": false}");
        assertEquals(201, draft(ana, appointment).status());
    }

    @Test
    void a_withdrawal_names_what_a_machine_wrote() {
        draft(ana, appointment);
        String machines = drafted(ana, appointment, "i have had a bad cough").id();
        Answer signed = drafted(ana, appointment, "i have had a bad cough");
        sign(signed);
        Answer withdrawal = say("{\"given\": false}");
        assertEquals(
                "[\"" + machines + "\"] [\"" + signed.id() + "\"]",
                withdrawal.json().at("/affected/drafts") + " "
                        + withdrawal.json().at("/affected/documents"));
    }

    @Test
    void what_a_machine_wrote_says_that_consent_is_gone() {
        Answer machines = drafted(ana, appointment, "i have had a bad cough");
        Answer typed = draft(ana, appointment);
        say("{\"given\": false}");
        assertTrue(ana.get(path(machines)).json().path("consentWithdrawn").asBoolean());
        assertFalse(ana.get(path(typed)).json().has("consentWithdrawn"));
        assertEquals(
                List.of(machines.id()),
                ana.get(documentsOf(appointment))
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.has("consentWithdrawn"))
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    @Test
    void so_does_a_signed_note_which_stays_as_it_was_signed() {
        Answer note = drafted(ana, appointment, "i have had a bad cough");
        sign(note);
        Answer before = ana.get(path(note));
        say("{\"given\": false}");
        Answer after = ana.get(path(note));
        assertTrue(after.json().path("consentWithdrawn").asBoolean());
        assertEquals(before.json().path("signature"), after.json().path("signature"));
        assertNotEquals(before.etag(), after.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "application/pdf"})
    void so_does_its_paper(String form) {
        Answer note = drafted(ana, appointment, "i have had a bad cough");
        Answer before = ana.get(path(note), "Accept", form);
        say("{\"given\": false}");
        Answer after = ana.get(path(note), "Accept", form, "If-None-Match", before.etag());
        assertEquals(List.of("200", "true"), List.of(after.status() + "", after.header("X-Consent-Withdrawn") + ""));
    }

    @Test
    void a_draft_is_not_signed_before_somebody_saw_that_consent_is_gone() {
        Answer note = drafted(ana, appointment, "i have had a bad cough");
        say("{\"given\": false}");
        assertEquals(422, ana.post(path(note) + "/sign").status());
        assertEquals(
                200,
                ana.post(path(note) + "/sign", "{\"warningsSeen\": [\"consent-withdrawn\"]}")
                        .status());
    }

    @Test
    void an_appointment_with_a_draft_keeps_its_patient() {
        String other = bare();
        draft(ana, other);
        Answer moved =
                ana.patch("/v1/appointments/" + other, "*", "{\"patientId\": \"" + patient(ana, "Bruno") + "\"}");
        assertEquals("409 appointment-in-use", problem(moved));
    }

    @Test
    void one_without_anything_does_not() {
        Answer moved =
                ana.patch("/v1/appointments/" + bare(), "*", "{\"patientId\": \"" + patient(ana, "Bruno") + "\"}");
        assertEquals(200, moved.status());
    }

    @Test
    void a_patient_with_a_signed_note_stays() {
        sign(draft(ana, appointment));
        assertEquals(
                List.of("409 has-signed-documents", "409 has-signed-documents"),
                List.of(
                        problem(ana.delete("/v1/patients/" + alice, "*")),
                        problem(ana.delete("/v1/patients/" + alice + "?cascade=true", "*"))));
    }

    @Test
    void so_does_the_appointment() {
        sign(draft(ana, appointment));
        assertEquals("409 has-signed-documents", problem(ana.delete("/v1/appointments/" + appointment, "*")));
    }

    @Test
    void a_patient_with_a_draft_goes_with_it_when_told_so() {
        Answer note = draft(ana, appointment);
        assertEquals("409 has-appointments", problem(ana.delete("/v1/patients/" + alice, "*")));
        assertEquals(
                204, ana.delete("/v1/patients/" + alice + "?cascade=true", "*").status());
        assertEquals(404, ana.get(path(note)).status());
    }

    @Test
    void what_goes_along_is_in_the_audit_log() {
        Answer note = draft(ana, appointment);
        ana.delete("/v1/appointments/" + appointment, "*");
        assertTrue(ana.auditEntries().stream()
                .anyMatch(line -> line.action().equals("delete")
                        && line.resourceType().equals("Document")
                        && line.resourceIds().contains(UUID.fromString(note.id()))));
    }

    private Answer fromWhatWasSaid() {
        UUID transcript = TRANSCRIPTS.said(ana.account(), appointment, "i have had a bad cough");
        return ana.post(documentsOf(appointment), fromTranscript(transcript));
    }

    private void sign(Answer note) {
        assertEquals(200, ana.post(path(note) + "/sign").status());
    }

    private Answer say(String consent) {
        return Practice.created(ana.post("/v1/appointments/" + appointment + "/consents", consent));
    }

    /** An appointment of Alice without consent. */
    private String bare() {
        return Practice.created(ana.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + alice + "\", \"startsAt\": \"2026-03-01T09:00:00Z\"}"))
                .id();
    }
}
