package com.klinity.media.filesystem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole way: from the upload to the disk and back. */
class RecordingsOnDiskTest {

    private static final String PHRASE = "the patient sleeps badly. ";
    private static final TestServer SERVER = TestServer.of(new AppointmentsModule(), new MediaModule())
            .adapter(new FilesystemProvider())
            .start();

    private final Practitioner ana = SERVER.practitioner();
    private final byte[] audio = recorded(PHRASE.repeat(100_000));
    private final Answer recording = ana.post(appointment() + "/recordings", "audio/flac", audio);

    @Test
    @Tag("EN-1")
    void a_search_of_the_data_folder_for_what_was_recorded_finds_nothing() throws IOException {
        assertEquals(201, recording.status(), recording::text);
        assertTrue(bytesSearched() > audio.length, "the recording is not in the folder that was searched");
    }

    @Test
    void the_audio_comes_back() {
        assertArrayEquals(audio, ana.get(content()).bytes());
    }

    @Test
    void a_range_of_the_audio_comes_back() {
        assertArrayEquals(
                Arrays.copyOfRange(audio, 1_000_000, 1_200_000),
                ana.get(content(), "Range", "bytes=1000000-1199999").bytes());
    }

    @Test
    @Tag("RT-2")
    void a_removed_recording_leaves_no_object() {
        Path object = SERVER.dataDirectory().resolve("media/objects/" + ana.account() + "/" + recording.id());
        assertTrue(Files.exists(object));
        ana.delete("/v1/recordings/" + recording.id());
        SERVER.await(() -> !Files.exists(object));
    }

    private String content() {
        return "/v1/recordings/" + recording.id() + "/content";
    }

    private String appointment() {
        String patient = ana.post("/v1/patients", "{\"name\": \"Rui Prado\"}").id();
        return "/v1/appointments/"
                + ana.post("/v1/appointments", """
                    {"patientId": "%s", "startsAt": "2026-03-01T09:00:00Z",
                        "recordingConsent": {"given": true, "method": "verbal"}}\
                    """.formatted(patient)).id();
    }

    private static long bytesSearched() throws IOException {
        long searched = 0;
        try (Stream<Path> paths = Files.walk(SERVER.dataDirectory())) {
            List<Path> files = paths.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String atRest = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertEquals(-1, atRest.indexOf(PHRASE.trim()), file + " holds plaintext");
                searched += atRest.length();
            }
        }
        return searched;
    }

    private static byte[] recorded(String text) {
        return ByteBuffer.allocate(4 + text.length())
                .put("fLaC".getBytes(StandardCharsets.US_ASCII))
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
