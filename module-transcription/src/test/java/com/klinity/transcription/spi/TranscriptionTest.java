package com.klinity.transcription.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionTest {
    @Test
    void the_text_has_one_utterance_a_line() {
        Utterance first = new Utterance("A", 0, 10, "Good morning", List.of());
        Utterance second = new Utterance("B", 20, 30, "Hello", List.of());

        assertEquals("Good morning\nHello", new Transcription("en-US", List.of(first, second)).text());
    }

    @Test
    void the_text_of_silence_is_empty() {
        assertEquals("", new Transcription("en-US", List.of()).text());
    }

    @Test
    void utterances_do_not_follow_the_list_they_came_in() {
        List<Utterance> mine = new ArrayList<>();
        Transcription transcription = new Transcription("en-US", mine);
        mine.add(new Utterance("", 0, 1, "late", List.of()));

        assertEquals(List.of(), transcription.utterances());
    }

    @Test
    void a_word_does_not_end_before_it_begins() {
        assertThrows(IllegalArgumentException.class, () -> new Word("no", 5, 4, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void a_confidence_is_a_share(double confidence) {
        assertThrows(IllegalArgumentException.class, () -> new Word("no", 0, 1, confidence));
    }

    @Test
    void fewer_than_no_speakers_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new TranscriptionRequest("", -1, List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_UNAVAILABLE", "ENGINE_FAILED", "CANCELLED"})
    void trying_again_may_help_when_the_engine_is_to_blame(Code code) {
        assertTrue(new TranscriptionFailure(code, "later").retryable());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENGINE_UNAVAILABLE", "ENGINE_FAILED", "CANCELLED"})
    void trying_again_does_not_help_otherwise(Code code) {
        assertFalse(new TranscriptionFailure(code, "never").retryable());
    }
}
