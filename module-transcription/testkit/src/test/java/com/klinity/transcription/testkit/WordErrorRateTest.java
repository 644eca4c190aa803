package com.klinity.transcription.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorRateTest {
    @ParameterizedTest
    @CsvSource({
        "take a deep breath, take a deep breath, 0",
        "take a deep breath, take the deep breath, 1",
        "take a deep breath, take deep breath, 1",
        "take a deep breath, take a very deep breath, 1",
        "take a deep breath, breath deep a take, 4",
        "take a deep breath, '', 4",
    })
    void counts_the_fewest_words_to_change(String said, String heard, int errors) {
        assertEquals(new WordErrorRate(errors, 4), WordErrorRate.of(said, heard));
    }

    @Test
    void ignores_case_punctuation_and_line_breaks() {
        assertEquals(
                0,
                WordErrorRate.of("Yes, I had.\nA fever!", "yes i had a fever").rate());
    }

    @Test
    void tells_words_with_an_apostrophe_apart() {
        assertEquals(0.5, WordErrorRate.of("I'll stay", "ill stay").rate());
    }

    @Test
    void takes_both_apostrophes_for_the_same() {
        assertEquals(0, WordErrorRate.of("I\u2019m fine", "I'm fine").rate());
    }

    @Test
    void is_above_one_when_more_is_heard_than_said() {
        assertEquals(2, WordErrorRate.of("no", "no no no").rate());
    }

    @Test
    void is_undefined_when_nothing_was_said() {
        assertThrows(IllegalArgumentException.class, () -> WordErrorRate.of(" ... ", "something"));
    }
}
