package com.klinity.platform.spi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "🙂", "نور", "a\u200db"})
    void a_line_may_hold_any_script(String line) {
        assertTrue(ReadableText.isLine(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u007f", "a\u0085b"})
    void a_line_holds_no_control_character(String line) {
        assertFalse(ReadableText.isLine(line));
    }

    @Test
    void prose_may_have_lines_and_tabs() {
        assertTrue(ReadableText.isProse("a\r\n\tb"));
    }

    @Test
    void prose_holds_no_other_control_character() {
        assertFalse(ReadableText.isProse("a\u0000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "\u2066a", "a\u2029", "\ufffa", "a\udb40\udc41"})
    void a_line_turns_no_direction_and_hides_nothing(String line) {
        assertFalse(ReadableText.isLine(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "?", "\u2611", "\u982d"})
    void one_sign_is_something_to_see(String text) {
        assertTrue(ReadableText.isVisible(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u200b\u2060\ufeff", "\u0301\ufe0f", "\u3164\u2800", "\ue000"})
    void what_is_drawn_as_nothing_is_not(String text) {
        assertFalse(ReadableText.isVisible(text));
    }
}
