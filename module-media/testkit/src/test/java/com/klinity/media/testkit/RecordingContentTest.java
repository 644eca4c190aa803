package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.STORE;
import static com.klinity.media.testkit.Studio.problem;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobKey;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audio of one recording of 16 044 bytes, as a whole and in ranges (RFC 9110 §14). */
class RecordingContentTest {

    private static final Practitioner ANA = SERVER.practitioner();
    private static final byte[] AUDIO = wav(1);
    private static final int LENGTH = 16_044;
    private static final String RECORDING = Studio.recording(ANA, AUDIO);
    private static final String CONTENT = RECORDING + "/content";

    @Test
    void the_whole_is_what_was_sent() {
        assertArrayEquals(AUDIO, ANA.get(CONTENT).bytes());
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, audio/wav", "Content-Length, 16044", "Accept-Ranges, bytes", "Cache-Control, no-store"})
    void the_whole_is_described(String header, String value) {
        Answer answer = ANA.get(CONTENT);
        assertEquals("200 " + value, answer.status() + " " + answer.header(header));
    }

    @Test
    void the_entity_tag_is_the_hash() {
        assertEquals(
                "\"" + ANA.get(RECORDING).json().get("sha256").asString() + "\"",
                ANA.get(CONTENT).etag());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-43, 0, 43",
        "bytes=44-, 44, 16043",
        "bytes=1000-1999, 1000, 1999",
        "bytes=16000-99999, 16000, 16043",
        "bytes=-44, 16000, 16043",
        "bytes=-99999, 0, 16043"
    })
    void a_range_is_206_with_those_bytes_alone(String range, int first, int last) {
        Answer answer = ANA.get(CONTENT, "Range", range);
        assertEquals(
                "206 bytes " + first + "-" + last + "/" + LENGTH + " " + (last - first + 1),
                answer.status() + " " + answer.header("Content-Range") + " " + answer.header("Content-Length"));
        assertArrayEquals(Arrays.copyOfRange(AUDIO, first, last + 1), answer.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=16044-", "bytes=20000-30000", "bytes=-0"})
    void a_range_past_the_end_is_416_and_tells_the_length(String range) {
        Answer answer = ANA.get(CONTENT, "Range", range);
        assertEquals(
                "416 range-not-satisfiable bytes */16044",
                answer.status() + " " + problem(answer) + " " + answer.header("Content-Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "bytes=9-1", "seconds=0-1", "nonsense"})
    void what_is_not_one_range_gives_the_whole(String range) {
        Answer answer = ANA.get(CONTENT, "Range", range);
        assertEquals("200 " + LENGTH, answer.status() + " " + answer.bytes().length);
    }

    @Test
    void a_range_of_the_content_that_the_caller_knows_is_given() {
        String known = ANA.get(CONTENT).etag();
        assertEquals(
                206, ANA.get(CONTENT, "Range", "bytes=0-9", "If-Range", known).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "Sun, 22 Nov 2026 07:00:00 GMT"})
    void a_range_of_another_content_gives_the_whole(String known) {
        assertEquals(
                200, ANA.get(CONTENT, "Range", "bytes=0-9", "If-Range", known).status());
    }

    @Test
    void a_range_past_the_end_of_another_content_gives_the_whole() {
        assertEquals(
                200,
                ANA.get(CONTENT, "Range", "bytes=99999-", "If-Range", "\"other\"")
                        .status());
    }

    @Test
    void an_unknown_recording_is_404() {
        assertEquals(
                404, ANA.get("/v1/recordings/" + UUID.randomUUID() + "/content").status());
    }

    @Test
    void an_unknown_query_parameter_is_400() {
        assertEquals(400, ANA.get(CONTENT + "?download=true").status());
    }

    @Test
    void without_a_token_nothing_is_given() {
        assertEquals(401, SERVER.anonymous().get(CONTENT).status());
    }

    @Test
    @Tag("LG-1")
    void each_range_leaves_an_entry_that_names_recording_and_range() {
        Practitioner bea = SERVER.practitioner();
        String recording = Studio.recording(bea, AUDIO);
        bea.get(recording + "/content", "Range", "bytes=10-19");
        AuditLine last = bea.auditEntries().getLast();
        assertEquals(
                new AuditLine(
                        "read", "RecordingContent", List.of(Studio.id(recording)), "success", "{\"range\":\"10-19\"}"),
                last);
    }

    @Test
    void an_object_that_was_tampered_with_is_never_given_as_a_whole() {
        Practitioner bea = SERVER.practitioner();
        String recording = Studio.recording(bea, AUDIO);
        BlobKey key = new BlobKey(bea.account(), Studio.id(recording));
        byte[] atRest = STORE.read(key);
        atRest[atRest.length / 2] ^= 1;
        STORE.write(key, atRest);
        assertThrows(UncheckedIOException.class, () -> bea.get(recording + "/content"));
    }

    @Test
    void the_server_goes_on_after_an_answer_that_broke_off() {
        Practitioner bea = SERVER.practitioner();
        String recording = Studio.recording(bea, AUDIO);
        STORE.delete(new BlobKey(bea.account(), Studio.id(recording)));
        assertThrows(UncheckedIOException.class, () -> bea.get(recording + "/content"));
        assertTrue(bea.get(recording).status() == 200);
    }
}
