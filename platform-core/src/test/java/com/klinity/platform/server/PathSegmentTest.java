package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value in a path has one spelling (RFC 3986 §6.2.2). */
class PathSegmentTest {

    @ParameterizedTest
    @CsvSource({"pt-BR, pt-BR", "a%20b, a b", "%C3%A9, é", "%F0%9F%98%80, 😀", "a%25b, a%b", "a:b@c, a:b@c"})
    void is_decoded_from_utf_8(String raw, String value) {
        assertEquals(Optional.of(value), PathSegment.decode(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "..;",
                ";a",
                "a;b=c",
                "%2e",
                "%2E%2e",
                "%61",
                "a%2fb",
                "a%2Fb",
                "a%5cb",
                "%00",
                "%0a",
                "%7f",
                "%7e",
                "%ff",
                "%c3",
                "%c0%af",
                "%ed%a0%80",
                "%2",
                "%",
                "%zz",
                "%-1"
            })
    void has_no_value_in_another_spelling(String raw) {
        assertEquals(Optional.empty(), PathSegment.decode(raw));
    }

    @Test
    void has_no_value_when_it_is_empty() {
        assertEquals(Optional.empty(), PathSegment.decode(""));
    }
}
