package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The running server of these tests, and words for what practitioners do there. Each test has accounts of its own. */
final class Practice {

    static final SaidTranscripts TRANSCRIPTS = new SaidTranscripts();
    static final TestServer SERVER = TestServer.of(new AppointmentsModule(), TRANSCRIPTS, new DocumentsModule())
            .start();

    private Practice() {}

    static Practitioner practitioner() {
        return SERVER.practitioner();
    }

    static String patient(Practitioner practitioner, String name) {
        return created(practitioner.post("/v1/patients", "{\"name\": \"" + name + "\", \"birthDate\": \"1980-05-17\"}"))
                .id();
    }

    static String appointment(Practitioner practitioner, String patient) {
        return created(practitioner.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\","
                                + " \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}}"))
                .id();
    }

    static String appointment(Practitioner practitioner) {
        return appointment(practitioner, patient(practitioner, "Ana Souza"));
    }

    static String documentsOf(String appointment) {
        return "/v1/appointments/" + appointment + "/documents";
    }

    /** A draft with a plan somebody typed, of a new appointment. */
    static Answer draft(Practitioner practitioner) {
        return draft(practitioner, appointment(practitioner));
    }

    static Answer draft(Practitioner practitioner, String appointment) {
        return created(practitioner.post(documentsOf(appointment), """
            {"templateId": "soap-en", "sections": [{"key": "plan", "text": "Rest."}]}\
            """));
    }

    /** A draft of what was said. */
    static Answer drafted(Practitioner practitioner, String appointment, String... utterances) {
        UUID transcript = TRANSCRIPTS.said(practitioner.account(), appointment, utterances);
        return created(practitioner.post(documentsOf(appointment), fromTranscript(transcript)));
    }

    static String fromTranscript(UUID transcript) {
        return "{\"templateId\": \"soap-en\", \"fromTranscriptId\": \"" + transcript + "\"}";
    }

    static Answer signed(Practitioner practitioner) {
        Answer signed = practitioner.post(draft(practitioner).location() + "/sign");
        assertEquals(200, signed.status(), signed::toString);
        return signed;
    }

    static String path(Answer document) {
        return "/v1/documents/" + document.id();
    }

    /** A change by somebody who does not say what is believed to be there. */
    static Answer patchBlindly(Practitioner practitioner, String path, String patch) {
        return practitioner.send("PATCH", path, BodyPublishers.ofString(patch), "Content-Type", "application/json");
    }

    static Answer created(Answer answer) {
        assertEquals(201, answer.status(), answer::toString);
        return answer;
    }

    /** The section of that key. */
    static JsonNode section(Answer document, String key) {
        return document.json()
                .path("sections")
                .valueStream()
                .filter(section -> section.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static List<String> each(JsonNode list, String field) {
        return list.valueStream().map(item -> item.path(field).asString()).toList();
    }

    /** Where a 400 or 422 says the faults are. */
    static List<String> pointers(Answer answer) {
        return each(answer.json().path("errors"), "pointer");
    }

    /** The last segment of a problem's type, after its status. */
    static String problem(Answer answer) {
        String type = answer.json().path("type").asString();
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    /** A problem without what differs between any two of them. */
    static String withoutRequest(Answer answer) {
        return answer.text().replace(answer.json().path("requestId").asString(), "");
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }
}
