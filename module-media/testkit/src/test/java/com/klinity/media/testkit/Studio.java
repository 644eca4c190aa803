package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The running server of these tests, and words for what practitioners do there. Each test has accounts of its own. */
final class Studio {

    static final int MAX_BYTES = 1_000_000;
    static final InMemoryBlobStoreProvider PROVIDER = new InMemoryBlobStoreProvider();
    static final InMemoryBlobStore STORE = PROVIDER.store();
    static final TestServer SERVER = TestServer.of(new AppointmentsModule(), new MediaModule())
            .adapter(PROVIDER)
            .setting("klinity.media.store", "memory")
            .setting("klinity.media.max-bytes", Integer.toString(MAX_BYTES))
            .start();
    static final String WAV = "audio/wav";

    private static final int RATE = 16_000;
    private static final int WAV_HEADER = 44;

    private Studio() {}

    /** The address of a new appointment with consent to recording. */
    static String appointment(Practitioner practitioner) {
        return appointment(practitioner, ", \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}");
    }

    static String appointmentWithoutConsent(Practitioner practitioner) {
        return appointment(practitioner, "");
    }

    private static String appointment(Practitioner practitioner, String consent) {
        String patient = created(practitioner.post("/v1/patients", "{\"name\": \"Rui Prado\"}"))
                .id();
        String booking = "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\"" + consent + "}";
        return "/v1/appointments/"
                + created(practitioner.post("/v1/appointments", booking)).id();
    }

    static void withdrawConsent(Practitioner practitioner, String appointment) {
        Answer answer = practitioner.patch(appointment, "*", "{\"recordingConsent\": {\"given\": false}}");
        assertEquals(200, answer.status(), answer::text);
    }

    static Answer upload(Practitioner practitioner, String appointment, byte[] audio) {
        return practitioner.post(appointment + "/recordings", WAV, audio);
    }

    /** The address of a new recording of a new appointment. */
    static String recording(Practitioner practitioner, byte[] audio) {
        return recording(practitioner, appointment(practitioner), audio);
    }

    static String recording(Practitioner practitioner, String appointment, byte[] audio) {
        return String.valueOf(created(upload(practitioner, appointment, audio)).header("Location"));
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Mono, 8 kHz, 16 bits: 16 000 bytes a second of noise behind the header. */
    static byte[] wav(double seconds) {
        int data = (int) (seconds * RATE);
        ByteBuffer file = ByteBuffer.allocate(WAV_HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(WAV_HEADER - 8 + data).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE / 2).putInt(RATE).putShort((short) 2).putShort((short) 16);
        file.put(ascii("data")).putInt(data).put(SampleContent.bytes(data, data));
        return file.array();
    }

    /** The last segment of a problem's type. */
    static String problem(Answer answer) {
        String type = answer.json().path("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Status and body without what differs between any two answers. */
    static String told(Answer answer) {
        return answer.status() + " "
                + answer.text().replace(answer.json().path("requestId").asString(), "");
    }

    /** Ids of a list's items. */
    static List<UUID> ids(Answer list) {
        assertEquals(200, list.status(), list::text);
        return list.json()
                .get("items")
                .valueStream()
                .map(item -> UUID.fromString(item.get("id").asString()))
                .toList();
    }

    private static Answer created(Answer answer) {
        assertEquals(201, answer.status(), answer::text);
        return answer;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
