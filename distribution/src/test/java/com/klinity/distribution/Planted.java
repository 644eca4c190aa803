package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A patient of whom every field that holds text has a word that is nowhere else, put there by the public API as its
 * callers do: with keys to repeat by, in searches, and in requests that are refused.
 */
final class Planted {

    private final FullServer full;
    private final Client client;
    private final List<String> kept = new ArrayList<>();
    private final List<String> passing = new ArrayList<>();
    private final String patient;
    private final String appointment;

    Planted(FullServer full, Client client) {
        this.full = full;
        this.client = client;
        this.patient = patient();
        this.appointment = appointment();
        transcript();
        document();
        pass();
    }

    /** Words that some table must hold as long as the patient is there. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** All words, those that were only said on the way included. */
    List<String> all() {
        List<String> all = new ArrayList<>(kept);
        all.addAll(passing);
        return all;
    }

    String patientAddress() {
        return patient;
    }

    String appointmentAddress() {
        return appointment;
    }

    private static String word() {
        return "planted" + UUID.randomUUID().toString().replace("-", "");
    }

    private String keep() {
        String word = word();
        kept.add(word);
        return word;
    }

    private String passing() {
        String word = word();
        passing.add(word);
        return word;
    }

    private String patient() {
        return made(keyed("/v1/patients", """
            {"name": "%s", "birthDate": "1984-02-29", "contact": {"email": "%s@example.org", "phone": "%s"},
             "externalId": "%s", "notes": "%s"}
            """.formatted(keep(), keep(), phone(), keep(), keep())))
                .location();
    }

    /** A number has digits only, and is looked for as well. */
    private String phone() {
        String number = "+55" + Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 10_000_000_000_000L);
        kept.add(number);
        return number;
    }

    private String appointment() {
        String id = patient.substring(patient.lastIndexOf('/') + 1);
        return made(keyed("/v1/appointments", """
            {"patientId": "%s", "startsAt": "2026-03-01T09:00:00Z", "title": "%s",
             "recordingConsent": {"given": true, "method": "verbal"}}
            """.formatted(id, keep()))).location();
    }

    private void transcript() {
        String recording = made(client.send(
                        "POST",
                        appointment + "/recordings",
                        BodyPublishers.ofByteArray(Sound.saying(passing())),
                        "Content-Type",
                        "audio/wav",
                        "Idempotency-Key",
                        word()))
                .location();
        String transcript = keyed(recording + "/transcripts", "{\"vocabulary\": [\"" + keep() + "\"]}")
                .location();
        full.server()
                .await(() ->
                        client.get(transcript).json().path("status").asString().equals("completed"));
        Answer corrected = client.patch(transcript, client.get(transcript).etag(), """
            {"speakers": {"A": "%s"}, "utterances": {"0": {"text": "%s"}}}
            """.formatted(keep(), keep()));
        assertEquals(200, corrected.status(), corrected::toString);
        client.get(transcript, "Accept", "text/vtt");
    }

    private void document() {
        String document = made(keyed(appointment + "/documents", """
            {"templateId": "soap-en", "title": "%s", "sections": [{"key": "plan", "text": "%s"}]}
            """.formatted(keep(), keep())))
                .location();
        client.get(document, "Accept", "application/pdf");
        client.get(document, "Accept", "text/markdown");
        assertEquals(
                200,
                client.patch(document, client.get(document).etag(), "{\"title\": \"Another\"}")
                        .status());
    }

    /** What is asked for, or refused, and never stored. */
    private void pass() {
        keyed("/v1/patients/search", "{\"name\": \"" + passing() + "\", \"externalId\": \"" + passing() + "\"}");
        keyed("/v1/patients", "{\"name\": \"" + passing() + "\", \"birthDate\": \"" + passing() + "\"}");
        keyed(
                "/v1/patients",
                "{\"" + passing() + "\": 1, \"name\": \"" + passing().repeat(10) + "\"}");
        keyed("/v1/appointments", "{\"title\": \"" + passing());
        client.patch(patient, "\"99\"", "{\"notes\": \"" + passing() + "\"}");
        client.post(appointment + "/recordings", "audio/wav", passing().getBytes(StandardCharsets.UTF_8));
    }

    private Answer keyed(String path, String body) {
        return client.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                word());
    }

    private static Answer made(Answer answer) {
        assertEquals(201, answer.status(), answer::toString);
        return answer;
    }
}
