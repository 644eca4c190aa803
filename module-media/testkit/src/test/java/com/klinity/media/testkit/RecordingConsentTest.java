package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.STORE;
import static com.klinity.media.testkit.Studio.appointment;
import static com.klinity.media.testkit.Studio.id;
import static com.klinity.media.testkit.Studio.problem;
import static com.klinity.media.testkit.Studio.recording;
import static com.klinity.media.testkit.Studio.upload;
import static com.klinity.media.testkit.Studio.wav;
import static com.klinity.media.testkit.Studio.withdrawConsent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordingConsentTest {

    private static final long PROMISED = TimeUnit.SECONDS.toNanos(5);

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = appointment(ana);

    @Test
    void audio_that_is_on_its_way_stops_with_consent_that_ends_at_another_server() {
        TrickledAudio audio = new TrickledAudio();
        CompletableFuture<Answer> upload = CompletableFuture.supplyAsync(() -> ana.send(
                "POST",
                appointment + "/recordings",
                BodyPublishers.ofInputStream(() -> audio),
                "Content-Type",
                Studio.WAV));
        try (TestServer other = SERVER.sibling()) {
            audio.awaitBegin();
            long before = System.nanoTime();
            withdrawConsent(other.practitioner(ana.account()), appointment);
            Answer answer = upload.orTimeout(30, TimeUnit.SECONDS).join();
            assertEquals("409 consent-missing", answer.status() + " " + problem(answer));
            assertTrue(System.nanoTime() - before < PROMISED);
        }
        SERVER.await(() -> STORE.objectsOf(ana.account()).isEmpty());
    }

    @Test
    void a_cancelled_appointment_takes_no_recording() {
        assertEquals(
                200, ana.patch(appointment, "*", "{\"status\": \"cancelled\"}").status());
        Answer answer = upload(ana, appointment, wav(1));
        assertEquals("409 appointment-cancelled", answer.status() + " " + problem(answer));
    }

    @Test
    void nor_does_one_that_is_cancelled_while_the_audio_is_on_its_way() {
        STORE.duringNextPut(() -> ana.patch(appointment, "*", "{\"status\": \"cancelled\"}"));
        assertEquals(409, upload(ana, appointment, wav(1)).status());
        assertEquals(Set.of(), STORE.objectsOf(ana.account()));
    }

    @Test
    void a_recording_says_when_its_consent_is_gone() {
        String recording = recording(ana, appointment, wav(1));
        Answer before = ana.get(recording);
        withdrawConsent(ana, appointment);
        Answer after = ana.get(recording);
        assertFalse(before.json().has("consentWithdrawn"));
        assertTrue(after.json().path("consentWithdrawn").asBoolean());
        assertFalse(String.valueOf(before.header("ETag")).equals(after.header("ETag")));
        assertTrue(ana.get(appointment + "/recordings")
                .json()
                .at("/items/0/consentWithdrawn")
                .asBoolean());
    }

    @Test
    void an_appointment_with_a_recording_keeps_its_patient() {
        recording(ana, appointment, wav(1));
        Answer moved = ana.patch(appointment, "*", "{\"patientId\": \"" + patient() + "\"}");
        assertEquals("409 appointment-in-use", moved.status() + " " + problem(moved));
    }

    @RepeatedTest(15)
    void a_recording_is_never_in_the_appointment_of_another_patient() {
        String patient = ana.get(appointment).json().path("patientId").asString();
        String other = patient();
        List<Answer> answers = AtOnce.all(List.of(
                () -> upload(ana, appointment, wav(1)),
                () -> ana.patch(appointment, "*", "{\"patientId\": \"" + other + "\"}")));
        List<Integer> outcome = answers.stream().map(Answer::status).toList();
        assertTrue(Set.of(List.of(201, 409), List.of(409, 200)).contains(outcome), answers::toString);
        assertEquals(
                outcome.getFirst() == 201 ? patient : other,
                ana.get(appointment).json().path("patientId").asString());
    }

    @Test
    @Tag("RT-2")
    void a_patient_with_recordings_goes_with_their_audio_when_told_so() {
        UUID recording = id(recording(ana, appointment, wav(1)));
        String patient =
                "/v1/patients/" + ana.get(appointment).json().path("patientId").asString();
        assertEquals(409, ana.delete(patient, "*").status());
        assertEquals(204, ana.delete(patient + "?cascade=true", "*").status());
        SERVER.await(() -> STORE.objectsOf(ana.account()).isEmpty());
        assertTrue(ana.auditEntries().stream()
                .anyMatch(line -> line.action().equals("delete")
                        && line.resourceType().equals("Recording")
                        && line.resourceIds().contains(recording)));
    }

    private String patient() {
        return ana.post("/v1/patients", "{\"name\": \"Bruno\"}").id();
    }

    /** A recording that goes on for a minute, a bit at a time. */
    private static final class TrickledAudio extends InputStream {

        private static final int PIECE = 4_000;
        private static final long PAUSE_MILLIS = 200;

        private final byte[] whole = wav(60);
        private final CountDownLatch begun = new CountDownLatch(8);
        private int sent;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int now = Math.min(Math.min(length, PIECE), whole.length - sent);
            if (now <= 0) {
                return -1;
            }
            pause();
            System.arraycopy(whole, sent, buffer, offset, now);
            sent += now;
            begun.countDown();
            return now;
        }

        /** As a microphone does. */
        private void pause() throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        void awaitBegin() {
            SERVER.await(() -> begun.getCount() == 0);
        }
    }
}
