package com.klinity.benchmarks.bare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 3\r\nETag: \"1\"\r\n\r\n";

    @Test
    void its_length_is_known_as_soon_as_its_head_is_there() {
        assertEquals(HEAD.length() + 3, Message.length(HEAD.getBytes(UTF_8)));
    }

    @Test
    void its_length_is_unknown_before() {
        assertEquals(-1, Message.length(HEAD.substring(0, 20).getBytes(UTF_8)));
    }

    @Test
    void only_its_own_fields_are_repeated() {
        assertEquals(
                Map.of("etag", "\"1\""),
                Message.parse((HEAD + "abc").getBytes(UTF_8)).headers());
    }

    @Test
    void its_body_is_what_follows_the_head() {
        assertArrayEquals(
                "abc".getBytes(UTF_8),
                Message.parse((HEAD + "abc").getBytes(UTF_8)).body());
    }
}
