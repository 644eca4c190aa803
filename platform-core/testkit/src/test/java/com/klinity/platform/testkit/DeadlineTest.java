package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler has a deadline. Each sort takes every connection of the pool, so that who is served shows they came back. */
@Tag("AV-1")
class DeadlineTest {

    private static final int ALL_CONNECTIONS = 4;
    private static final SlowModule SLOW = new SlowModule();
    private static final TestServer SERVER = TestServer.of(SLOW)
            .setting("klinity.server.handler-time", "PT1S")
            .setting("klinity.database.pool-size", Integer.toString(ALL_CONNECTIONS))
            .start();

    @AfterAll
    static void stop() {
        SLOW.end();
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "swallow", "query"})
    void handlers_that_do_not_come_back_are_answered_503_and_leave_others_served(String how) {
        List<CompletableFuture<Answer>> slow = Stream.generate(() -> CompletableFuture.supplyAsync(() -> call(how)))
                .limit(ALL_CONNECTIONS)
                .toList();
        slow.forEach(answer -> assertEquals(503, answer.join().status()));
        assertEquals("5", slow.getFirst().join().header("Retry-After"));
        SERVER.await(() -> SERVER.practitioner().get("/v1/slow").status() == 200);
    }

    @Test
    void the_log_names_route_and_place_and_no_value() {
        try (LogLines log = new LogLines("com.klinity.platform.server.Deadlines")) {
            String id = UUID.randomUUID().toString();
            SERVER.practitioner().send("POST", "/v1/slow/sleep/" + id, BodyPublishers.noBody());
            String told = String.join("\n", log.lines());
            assertTrue(told.contains("POST /v1/slow/sleep/{id}") && told.contains("SlowModule.sleep"), told);
            assertFalse(told.contains(id), told);
        }
    }

    private static Answer call(String how) {
        return SERVER.practitioner().post("/v1/slow/" + how + "/" + UUID.randomUUID());
    }
}
