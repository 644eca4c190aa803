package com.klinity.distribution.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image, with less memory than it needs. */
class OutOfMemoryTest {

    private static final int OUT_OF_MEMORY = 4;
    private static final int CANNOT_START = 3;

    @Test
    void a_server_whose_memory_runs_out_ends_with_a_code_of_its_own_and_says_what_to_do() throws Exception {
        try (Child server = started("9m")) {
            assertEquals(OUT_OF_MEMORY, server.ended(), server::said);
            assertTrue(
                    server.log().contains("klinity: out of memory: give the server more with KLINITY_MEMORY"),
                    server::said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "512", "-1m", "1t", "512m -Xlog"})
    void a_memory_that_is_none_is_told(String memory) throws Exception {
        try (Child server = started(memory)) {
            assertEquals(CANNOT_START, server.ended(), server::said);
            assertTrue(server.log().contains("klinity: KLINITY_MEMORY: must be"), server::said);
        }
    }

    private static Child started(String memory) throws Exception {
        Image image = Image.fresh("small");
        Map<String, String> settings = Map.of(
                "KLINITY_MEMORY",
                memory,
                "klinity.data.directory",
                image.home().resolve("data").toString(),
                "klinity.server.port",
                "0",
                "klinity.management.port",
                "0");
        return Child.start(image, settings);
    }
}
