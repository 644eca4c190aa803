package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.testkit.InMemoryBlobStore;
import com.klinity.media.testkit.InMemoryBlobStoreProvider;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The running server of these tests, and words for what practitioners do there. Each test has accounts of its own. */
final class Studio {

    static final ScriptedEngine ENGINE = new ScriptedEngine();
    static final byte[] WAV = wav();

    /** As many as runs that tests keep waiting at once, and one more. */
    static final int WORKERS = 3;

    /** Transcripts of one account that may wait at once. */
    static final int BUDGET = 5;

    private static final InMemoryBlobStoreProvider BLOBS = new InMemoryBlobStoreProvider();

    static final InMemoryBlobStore STORE = BLOBS.store();
    static final TestServer SERVER = TestServer.of(
                    new AppointmentsModule(), new MediaModule(), new TranscriptionModule(), new ReaderModule())
            .adapter(BLOBS)
            .adapter(ENGINE)
            .setting("klinity.media.store", "memory")
            .setting("klinity.transcription.engine", ScriptedEngine.NAME)
            .setting("klinity.transcription.queue", "postgres")
            .setting("klinity.transcription.concurrency", Integer.toString(WORKERS))
            .setting("klinity.budget.transcripts", Integer.toString(BUDGET))
            .start();

    private Studio() {}

    static Practitioner practitioner() {
        return SERVER.practitioner();
    }

    /** The address of a new recording of a new appointment. */
    static String recording(Practitioner practitioner) {
        return recording(practitioner, "audio/wav", WAV);
    }

    static String recording(Practitioner practitioner, String mediaType, byte[] audio) {
        String patient = made(practitioner.post("/v1/patients", "{\"name\": \"Rui Prado\"}"), 201)
                .id();
        String booking = "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\","
                + " \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}}";
        String appointment =
                made(practitioner.post("/v1/appointments", booking), 201).id();
        String path = "/v1/appointments/" + appointment + "/recordings";
        return made(practitioner.post(path, mediaType, audio), 201).location();
    }

    /** The address of a new transcript of a new recording. */
    static String transcript(Practitioner practitioner, String wish) {
        return transcript(practitioner, recording(practitioner), wish);
    }

    static String transcript(Practitioner practitioner, String recording, String wish) {
        return made(practitioner.post(recording + "/transcripts", wish), 202).location();
    }

    /** The address of a new transcript that is completed. */
    static String completed(Practitioner practitioner) {
        String transcript = transcript(practitioner, "{}");
        awaitStatus(practitioner, transcript, "completed");
        return transcript;
    }

    static Answer awaitStatus(Practitioner practitioner, String transcript, String status) {
        SERVER.await(() -> status(practitioner, transcript).equals(status));
        return practitioner.get(transcript);
    }

    static String status(Practitioner practitioner, String transcript) {
        return text(practitioner.get(transcript), "status");
    }

    static String text(Answer answer, String field) {
        return answer.json().path(field).asString("");
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    /** A field of each element of an array. */
    static List<String> each(JsonNode array, String field) {
        return array.valueStream()
                .map(element -> element.path(field).asString(""))
                .toList();
    }

    /** Where a 400 or 422 says the faults are. */
    static List<String> pointers(Answer answer) {
        return each(answer.json().path("errors"), "pointer");
    }

    /** The last segment of a problem's type. */
    static String problem(Answer answer) {
        String type = text(answer, "type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Status and body without what differs between any two answers. */
    static String told(Answer answer) {
        return answer.status() + " " + answer.text().replace(text(answer, "requestId"), "");
    }

    /** Changes rows behind the server's back; each {@code ?} is the transcript. */
    static void sql(String change, String transcript) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, id(transcript));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One value read behind the server's back; the only {@code ?} is the transcript. */
    static String value(String query, String transcript) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, id(transcript));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "no row";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String jobs(String transcript) {
        return value("select count(*) from platform.jobs where subject_id = ?", transcript);
    }

    private static Answer made(Answer answer, int status) {
        assertEquals(status, answer.status(), answer::text);
        return answer;
    }

    /** Half a second of silence: mono, 8 kHz, 16 bits. */
    private static byte[] wav() {
        int data = 8000;
        ByteBuffer file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        return file.put(ascii("data")).putInt(data).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
