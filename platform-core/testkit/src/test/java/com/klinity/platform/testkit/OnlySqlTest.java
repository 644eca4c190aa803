package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Between begin and commit there is only SQL: every sort of mistake is refused, and named in the log. */
@Tag("AV-1")
class OnlySqlTest {

    private static final ErrandsModule ERRANDS = new ErrandsModule();
    private static final TestServer SERVER =
            TestServer.of(ERRANDS).adapter(ERRANDS.vendor()).start();

    private LogLines log;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void listen() {
        log = new LogLines("com.klinity.platform.database.OnlySql");
    }

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    static Stream<String> mistakes() {
        return ErrandsModule.mistakes().stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_handler_that_uses_an_adapter_is_found(String mistake) {
        int before = ERRANDS.reached.get();
        SERVER.practitioner().post("/v1/errands/mistakes/" + mistake);
        assertEquals(1, named("of an adapter").size(), log.lines()::toString);
        assertEquals(before, ERRANDS.reached.get());
    }

    @Test
    void the_caller_of_a_handler_that_uses_an_adapter_hears_of_a_mistake_and_no_more() {
        Answer answer = SERVER.practitioner().post("/v1/errands/mistakes/direct");
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("Errand"), answer.text());
    }

    @Test
    void an_answer_that_is_written_inside_a_read_is_found() {
        SERVER.practitioner().get("/v1/errands/slow-reader");
        assertEquals(1, named("writing the answer").size(), log.lines()::toString);
    }

    @Test
    void a_handler_cannot_read_a_body_that_was_not_read_before() {
        Answer answer = SERVER.practitioner().send("DELETE", "/v1/errands/late-body", BodyPublishers.ofString("{}"));
        assertEquals(500, answer.status());
    }

    @Test
    void a_job_that_uses_an_adapter_in_its_scope_is_found() {
        int before = ERRANDS.reached.get();
        SERVER.practitioner().post("/v1/errands/job");
        SERVER.await(() -> !named("Errand.direct of an adapter").isEmpty());
        assertEquals(before, ERRANDS.reached.get());
    }

    @Test
    void an_answer_is_rendered_outside_the_transaction() {
        Answer answer = SERVER.practitioner().get("/v1/errands/rendered");
        assertTrue(answer.text().startsWith("run "), answer::toString);
        assertEquals(List.of(), log.lines());
    }

    private List<String> named(String place) {
        return log.lines().stream().filter(line -> line.contains(place)).toList();
    }
}
