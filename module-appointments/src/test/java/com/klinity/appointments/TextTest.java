package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "🙂", "نور", "a\u200db"})
    void a_line_may_hold_any_script(String line) {
        assertTrue(Text.isLine(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u007f", "a\u0085b"})
    void a_line_holds_no_control_character(String line) {
        assertFalse(Text.isLine(line));
    }

    @Test
    void prose_may_have_lines_and_tabs() {
        assertTrue(Text.isProse("a\r\n\tb"));
    }

    @Test
    void prose_holds_no_other_control_character() {
        assertFalse(Text.isProse("a\u0000"));
    }
}
