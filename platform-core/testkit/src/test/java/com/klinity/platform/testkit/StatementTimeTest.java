package com.klinity.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that takes longer than it may is ended, and its caller is told to come back. */
class StatementTimeTest {

    private static final String KEY = "klinity.database.statement-time";
    private static final String FOR_EVER = "select count(*)::text as answer from generate_series(1, 1000000000000) g";

    private static final TestServer SERVER =
            TestServer.of(new StatementModule()).setting(KEY, "PT1S").start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/query", "/v1/change"})
    void it_is_a_503(String path) {
        Answer answer = SERVER.practitioner().post(path, "text/plain", FOR_EVER.getBytes(UTF_8));
        assertEquals(503, answer.status(), answer::toString);
        assertEquals("5", answer.header("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "PT6M"})
    void a_time_that_is_out_of_bounds_stops_the_start(String time) {
        TestServer.Builder server = TestServer.of(new StatementModule()).setting(KEY, time);
        StartFailure failure = assertThrows(StartFailure.class, server::start);
        assertTrue(failure.toString().contains(KEY + ": must be from PT1S to PT5M"), failure::toString);
    }

    @Test
    void the_next_statement_is_served() {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/query", "text/plain", FOR_EVER.getBytes(UTF_8));
        assertEquals(
                200,
                ana.post("/v1/query", "text/plain", "select 'here' as answer".getBytes(UTF_8))
                        .status());
    }
}
