package com.klinity.distribution.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.distribution.Features;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.DeclaredRoute;
import com.klinity.platform.testkit.isolation.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route and every job that could touch audio, or text that was made of it, with what it does about the patient's
 * consent. They are those of the features that may read recordings, as the modules that are loaded say, so a new one that is
 * not listed here fails.
 */
class ConsentCoverageTest {

    /** Routes that work on audio or its text, each with the request that must be refused without consent. */
    private static final Map<String, Asking> ASKED = Map.of(
            "POST /v1/appointments/{id}/recordings",
            (ana, had) -> ana.post(had.appointment() + "/recordings", "audio/wav", new byte[100]),
            "POST /v1/recordings/{id}/transcripts",
            (ana, had) -> ana.post(had.recording() + "/transcripts", "{}"),
            "POST /v1/transcripts/{id}/retry",
            (ana, had) -> ana.post(had.failed() + "/retry"),
            "POST /v1/appointments/{id}/documents",
            (ana, had) -> ana.post(
                    had.appointment() + "/documents",
                    "{\"templateId\": \"soap-en\", \"fromTranscriptId\": \"" + idOf(had.completed()) + "\"}"));

    /** Routes that show, correct or remove what is there, or stop work: the practitioner needs them after a withdrawal. */
    private static final Set<String> FREE = Set.of(
            "GET /v1/appointments/{id}/recordings",
            "GET /v1/recordings/{id}",
            "GET /v1/recordings/{id}/content",
            "DELETE /v1/recordings/{id}",
            "GET /v1/recordings/{id}/transcripts",
            "GET /v1/transcripts/{id}",
            "GET /v1/transcription/capabilities",
            "PATCH /v1/transcripts/{id}",
            "GET /v1/transcripts/{id}/events",
            "POST /v1/transcripts/{id}/cancel",
            "GET /v1/appointments/{id}/documents",
            "GET /v1/documents/{id}",
            "PATCH /v1/documents/{id}",
            "DELETE /v1/documents/{id}",
            "GET /v1/documents/{id}/versions",
            "GET /v1/documents/{id}/versions/{version}",
            "GET /v1/documents/{id}/sections/{key}",
            "PUT /v1/documents/{id}/sections/{key}",
            "POST /v1/documents/{id}/sign",
            "POST /v1/documents/{id}/addenda",
            "GET /v1/documents/{id}/addenda/{addendum}",
            "GET /v1/practitioner",
            "PUT /v1/practitioner",
            "GET /v1/templates",
            "POST /v1/templates",
            "GET /v1/templates/{id}",
            "PATCH /v1/templates/{id}",
            "DELETE /v1/templates/{id}",
            "GET /v1/templates/{id}/versions/{version}");

    /** The only job that works on audio; that it asks is tested beside it. */
    private static final String WORKING = "transcription.run";

    /** Jobs that remove audio, or never see any. */
    private static final Set<String> OTHER_JOBS = Set.of(
            "appointments.refold",
            "identity.sign-out",
            "media.discard",
            "media.unfinished",
            "notifications.mail",
            "notifications.signed-out",
            "platform.erasure");

    private static final Pattern TOPIC = Pattern.compile("klinity_jobs_waiting\\{topic=\"([^\"]+)\"}");
    private static final TestServer SERVER = WholeServer.start();
    private static final SignUps PEOPLE = new SignUps(SERVER);

    /** What is there when consent is withdrawn; addresses. */
    private record Had(String appointment, String recording, String completed, String failed) {}

    @FunctionalInterface
    private interface Asking {
        Answer of(Practitioner ana, Had had);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void every_route_that_could_touch_audio_says_what_it_does_about_consent() {
        Set<String> listed = new TreeSet<>(ASKED.keySet());
        listed.addAll(FREE);
        assertEquals(listed, declared());
    }

    @Test
    void every_job_does() {
        Set<String> listed = new TreeSet<>(OTHER_JOBS);
        listed.add(WORKING);
        Set<String> running = TOPIC.matcher(SERVER.management().get("/metrics").text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, running);
    }

    @TestFactory
    Stream<DynamicTest> without_consent_it_is_refused() {
        return ASKED.entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    Practitioner ana = PEOPLE.practitioner();
                    Had had = had(ana);
                    World.successful(ana.post(had.appointment() + "/consents", "{\"given\": false}"));
                    assertEquals("409 consent-missing", told(route.getValue().of(ana, had)));
                }));
    }

    private static Had had(Practitioner ana) {
        String patient = World.successful(ana.post("/v1/patients", "{\"name\": \"Ana Souza\"}"))
                .id();
        String appointment = World.successful(ana.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\","
                                + " \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}}"))
                .location();
        String recording = World.successful(
                        ana.post(appointment + "/recordings", "audio/wav", RecordingSpecimens.wav("anything")))
                .location();
        return new Had(
                appointment,
                recording,
                ended(ana, recording, "hello", "completed"),
                ended(ana, recording, ObedientEngine.FAIL, "failed"));
    }

    private static String ended(Practitioner ana, String recording, String word, String status) {
        String path = World.successful(ana.post(recording + "/transcripts", "{\"vocabulary\": [\"" + word + "\"]}"))
                .location();
        SERVER.await(() -> ana.get(path).json().path("status").asString().equals(status));
        return path;
    }

    private static Set<String> declared() {
        Set<String> features = readersOfAudio();
        return DeclaredRoute.of(SERVER).stream()
                .filter(route -> features.contains(route.feature()))
                .map(DeclaredRoute::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Media, and every feature that is opened after it, near or far. */
    private static Set<String> readersOfAudio() {
        Map<String, List<String>> after = new HashMap<>();
        Features.all().forEach(feature -> after.put(feature.name(), feature.after()));
        Set<String> readers = new HashSet<>(Set.of("media"));
        List<FeatureModule> rest = new ArrayList<>(Features.all());
        while (rest.removeIf(feature ->
                after.getOrDefault(feature.name(), List.of()).stream().anyMatch(readers::contains)
                        && readers.add(feature.name()))) {
            // once more, for those after these
        }
        return readers;
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String told(Answer answer) {
        String type = answer.json().path("type").asString("");
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }
}
