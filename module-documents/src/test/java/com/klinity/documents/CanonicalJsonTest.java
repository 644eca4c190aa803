package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** RFC 8785 §3.2, as far as documents need it. */
class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_utf_16_code_units() {
        Map<String, Integer> members =
                Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7);
        assertEquals(
                "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}",
                CanonicalJson.of(members));
    }

    @Test
    void only_what_must_be_escaped_is() {
        assertEquals("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/"));
    }

    @Test
    void there_is_no_white_space_between() {
        assertEquals(
                "{\"a\":[1,[],{}],\"b\":true}",
                CanonicalJson.of(Map.of("b", true, "a", List.of(1, List.of(), Map.of()))));
    }

    @Test
    void members_without_a_value_are_left_out() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("a", null);
        members.put("b", 7L);
        assertEquals("{\"b\":7}", CanonicalJson.of(members));
    }

    @Test
    void fractions_are_not_taken() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(List.of(0.5)));
    }
}
