package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {

    private static final Spoken QUESTION = new Spoken("Dr. <A> & co", 0, 1500, "How are\n\nyou --> today?", null);
    private static final Spoken ANSWER = new Spoken("", 36_061_005, 36_061_005, "a < b & c", null);

    @Test
    void web_captions_have_voices_and_escapes() {
        assertEquals("""
            WEBVTT

            1
            00:00:00.000 --> 00:00:01.500
            <v Dr. &lt;A&gt; &amp; co>How are you --&gt; today?

            2
            10:01:01.005 --> 10:01:01.006
            a &lt; b &amp; c
            """, Captions.vtt(List.of(QUESTION, ANSWER)));
    }

    @Test
    void subrip_captions_count_from_one_and_have_commas() {
        assertEquals("""
            1
            00:00:00,000 --> 00:00:01,500
            Dr. ‹A› & co: How are you -› today?

            2
            10:01:01,005 --> 10:01:01,006
            a ‹ b & c
            """, Captions.srt(List.of(QUESTION, ANSWER)));
    }

    @Test
    void plain_text_is_one_line_an_utterance() {
        assertEquals("Dr. <A> & co: How are you --> today?\na < b & c\n", Captions.plain(List.of(QUESTION, ANSWER)));
    }

    @Test
    void nothing_said_is_an_empty_file_of_each_kind() {
        assertEquals(
                List.of("WEBVTT\n", "", ""),
                List.of(Captions.vtt(List.of()), Captions.srt(List.of()), Captions.plain(List.of())));
    }

    @Test
    void more_than_a_hundred_hours_keep_their_digits() {
        Spoken late = new Spoken("", 360_000_000, 360_000_001, "late", null);
        assertFalse(Captions.vtt(List.of(late)).contains("\n00:00:00"));
    }
}
