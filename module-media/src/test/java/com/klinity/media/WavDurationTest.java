package com.klinity.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** 16 000 bytes a second throughout: 8 kHz, 16 bits, one channel. */
class WavDurationTest {

    private static final int RATE = 16_000;
    private static final int HEADER = 44;

    @Test
    void the_header_tells_the_playing_time() {
        assertEquals(2.5, WavDuration.seconds(head(RATE, 40_000), HEADER + 40_000));
    }

    @Test
    void the_playing_time_is_rounded_to_milliseconds() {
        assertEquals(0.063, WavDuration.seconds(head(RATE, 1000), HEADER + 1000));
    }

    @Test
    void a_recorder_that_streamed_did_not_know_the_length() {
        assertEquals(1.0, WavDuration.seconds(head(RATE, -1), HEADER + RATE));
    }

    @Test
    void a_recorder_that_never_finished_left_zero() {
        assertEquals(1.0, WavDuration.seconds(head(RATE, 0), HEADER + RATE));
    }

    @Test
    void a_header_that_claims_too_much_is_bounded_by_the_file() {
        assertEquals(1.0, WavDuration.seconds(head(RATE, 1_000_000), HEADER + RATE));
    }

    @Test
    void bytes_behind_the_audio_do_not_count() {
        assertEquals(1.0, WavDuration.seconds(head(RATE, RATE), HEADER + RATE + 500));
    }

    @Test
    void other_chunks_may_come_first_and_are_padded_to_even_length() {
        ByteBuffer file = file(80);
        format(chunk(file, "LIST", 7).position(28), RATE);
        chunk(file, "data", RATE);
        assertEquals(1.0, WavDuration.seconds(head(file), file.position() + RATE));
    }

    @Test
    void a_rate_of_zero_tells_nothing() {
        assertNull(WavDuration.seconds(head(0, 1000), HEADER + 1000));
    }

    @Test
    void audio_before_its_format_tells_nothing() {
        ByteBuffer file = chunk(file(20), "data", 1000);
        assertNull(WavDuration.seconds(head(file), 1020));
    }

    @Test
    void a_header_that_ends_early_tells_nothing() {
        assertNull(WavDuration.seconds(head(file(12)), 12));
    }

    @Test
    void a_chunk_that_claims_to_be_huge_ends_the_search() {
        ByteBuffer file = chunk(file(60), "LIST", -1);
        assertNull(WavDuration.seconds(head(file), 60));
    }

    private static AudioHead head(int rate, int dataBytes) {
        ByteBuffer file = file(HEADER);
        format(file, rate);
        chunk(file, "data", dataBytes);
        return head(file);
    }

    private static AudioHead head(ByteBuffer file) {
        byte[] bytes = new byte[file.capacity()];
        file.get(0, bytes);
        return new AudioHead(bytes);
    }

    private static ByteBuffer file(int length) {
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        return chunk(file, "RIFF", length).put("WAVE".getBytes(StandardCharsets.US_ASCII));
    }

    private static void format(ByteBuffer file, int rate) {
        chunk(file, "fmt ", 16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate / 2)
                .putInt(rate);
        file.putShort((short) 2).putShort((short) 16);
    }

    private static ByteBuffer chunk(ByteBuffer file, String name, int size) {
        return file.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(size);
    }
}
