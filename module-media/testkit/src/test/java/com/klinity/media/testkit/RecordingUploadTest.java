package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.STORE;
import static com.klinity.media.testkit.Studio.WAV;
import static com.klinity.media.testkit.Studio.appointment;
import static com.klinity.media.testkit.Studio.ids;
import static com.klinity.media.testkit.Studio.problem;
import static com.klinity.media.testkit.Studio.upload;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingUploadTest {

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = appointment(ana);

    @Test
    void a_new_recording_answers_201_with_its_address() {
        Answer created = upload(ana, appointment, wav(1));
        assertEquals("201 /v1/recordings/" + created.id(), created.status() + " " + created.header("Location"));
    }

    @Test
    void a_new_recording_shows_what_is_known_of_it() {
        assertEquals(
                List.of("id", "appointmentId", "contentType", "bytes", "sha256", "durationSeconds", "createdAt"),
                upload(ana, appointment, wav(1)).json().propertyNames().stream().toList());
    }

    @Test
    void a_new_recording_names_its_appointment() {
        assertEquals(
                Studio.id(appointment).toString(),
                upload(ana, appointment, wav(1)).json().get("appointmentId").asString());
    }

    @Test
    void the_hash_and_length_are_those_of_the_file() throws NoSuchAlgorithmException {
        byte[] audio = wav(3);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(audio));
        Answer created = upload(ana, appointment, audio);
        assertEquals(
                audio.length + " " + hash,
                created.json().get("bytes").asLong() + " "
                        + created.json().get("sha256").asString());
    }

    @Test
    void a_wav_tells_its_playing_time() {
        assertEquals(
                2.25,
                upload(ana, appointment, wav(2.25))
                        .json()
                        .get("durationSeconds")
                        .asDouble());
    }

    @Test
    void other_kinds_tell_no_playing_time() {
        Answer created = ana.post(appointment + "/recordings", "audio/flac", bytes("fLaC"));
        assertTrue(created.json().path("durationSeconds").isMissingNode(), created::text);
    }

    @Test
    void parameters_of_the_content_type_are_left_out() {
        Answer created = ana.post(appointment + "/recordings", "Audio/WEBM; codecs=opus", webm());
        assertEquals("audio/webm", created.json().path("contentType").asString(), created::text);
    }

    @Test
    void what_is_stored_is_what_was_answered() {
        Answer created = upload(ana, appointment, wav(1));
        assertEquals(created.json(), ana.get("/v1/recordings/" + created.id()).json());
    }

    @Test
    void an_appointment_has_many_recordings() {
        List<UUID> created = List.of(
                Studio.id(Studio.recording(ana, appointment, wav(1))),
                Studio.id(Studio.recording(ana, appointment, wav(1))));
        assertEquals(created, ids(ana.get(appointment + "/recordings")));
    }

    @Test
    void a_body_of_unknown_length_is_taken() {
        byte[] audio = wav(5);
        Answer created = ana.send(
                "POST",
                appointment + "/recordings",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(audio)),
                "Content-Type",
                WAV);
        assertEquals(audio.length, created.json().path("bytes").asLong(), created::text);
    }

    @Test
    void an_unknown_appointment_is_404() {
        assertEquals(
                404,
                upload(ana, "/v1/appointments/" + UUID.randomUUID(), wav(1)).status());
    }

    @Test
    void an_appointment_without_consent_is_409() {
        Answer answer = upload(ana, Studio.appointmentWithoutConsent(ana), wav(1));
        assertEquals("409 consent-missing", answer.status() + " " + problem(answer));
    }

    @Test
    void consent_that_was_withdrawn_is_409() {
        Studio.withdrawConsent(ana, appointment);
        assertEquals(409, upload(ana, appointment, wav(1)).status());
    }

    @Test
    void consent_that_is_withdrawn_while_the_audio_is_on_its_way_is_409() {
        assertEquals(409, uploadThatWithdrawsConsent().status());
    }

    @Test
    void audio_whose_consent_was_withdrawn_on_its_way_is_not_kept() {
        uploadThatWithdrawsConsent();
        assertEquals(Set.of(), STORE.objectsOf(ana.account()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "video/mp4", "audio/midi", "application/json"})
    void a_type_that_is_not_known_audio_is_415(String type) {
        assertEquals(415, ana.post(appointment + "/recordings", type, wav(1)).status());
    }

    @Test
    void no_type_at_all_is_415() {
        Answer answer = ana.send("POST", appointment + "/recordings", BodyPublishers.ofByteArray(wav(1)));
        assertEquals(415, answer.status());
    }

    @ParameterizedTest
    @CsvSource({"audio/mpeg, RIFF....WAVE", "audio/wav, OggS", "audio/wav, <html>", "audio/ogg, PK", "audio/wav, R"})
    void a_body_of_another_kind_than_declared_is_415(String type, String body) {
        Answer answer = ana.post(appointment + "/recordings", type, bytes(body));
        assertEquals("415 unsupported-media-type", answer.status() + " " + problem(answer));
    }

    @Test
    void an_empty_body_is_415() {
        assertEquals(415, upload(ana, appointment, new byte[0]).status());
    }

    @Test
    void a_refused_body_is_not_kept() {
        ana.post(appointment + "/recordings", "audio/mpeg", wav(1));
        assertEquals(Set.of(), STORE.objectsOf(ana.account()));
    }

    @Test
    void the_longest_recording_is_taken() {
        byte[] longest = Arrays.copyOf(wav(1), Studio.MAX_BYTES);
        assertEquals(201, upload(ana, appointment, longest).status());
    }

    @Test
    void a_declared_length_that_is_too_long_is_413() {
        byte[] tooLong = Arrays.copyOf(wav(1), Studio.MAX_BYTES + 1);
        assertEquals(413, upload(ana, appointment, tooLong).status());
    }

    @Test
    void a_body_that_turns_out_too_long_is_413_and_not_kept() {
        byte[] tooLong = Arrays.copyOf(wav(1), Studio.MAX_BYTES + 1);
        Answer answer = ana.send(
                "POST",
                appointment + "/recordings",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)),
                "Content-Type",
                WAV);
        assertEquals("413 []", answer.status() + " " + STORE.objectsOf(ana.account()));
    }

    @Test
    void an_unknown_query_parameter_is_400() {
        assertEquals(
                400, ana.post(appointment + "/recordings?name=x", WAV, wav(1)).status());
    }

    @Test
    void without_a_token_nothing_is_taken() {
        assertEquals(
                401,
                SERVER.anonymous()
                        .post(appointment + "/recordings", WAV, wav(1))
                        .status());
    }

    @Test
    void a_store_that_is_down_is_503_with_Retry_After() {
        STORE.failWith(Code.UNAVAILABLE);
        try {
            Answer answer = upload(ana, appointment, wav(1));
            assertEquals("503 5", answer.status() + " " + answer.header("Retry-After"));
        } finally {
            STORE.recover();
        }
    }

    @Test
    void a_caller_who_hangs_up_leaves_nothing() throws IOException {
        try (Socket caller =
                new Socket(SERVER.address().getHost(), SERVER.address().getPort())) {
            OutputStream out = caller.getOutputStream();
            String head = "POST %s/recordings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                            .formatted(appointment, ana.token())
                    + "Content-Type: audio/wav\r\nContent-Length: 100000\r\n\r\n";
            out.write(bytes(head));
            out.write(wav(1));
            out.flush();
        }
        SERVER.await(() -> ana.auditEntries().stream()
                .anyMatch(line -> line.resourceType().equals("Recording")
                        && line.outcome().equals("malformed-request")));
        assertEquals(Set.of(), STORE.objectsOf(ana.account()));
    }

    private Answer uploadThatWithdrawsConsent() {
        STORE.duringNextPut(() -> Studio.withdrawConsent(ana, appointment));
        return upload(ana, appointment, wav(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] webm() {
        return HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d");
    }
}
