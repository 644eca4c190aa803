package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads that travel together with entering their account. */
class ReadLaneTest {

    /** More than the driver waits for before it keeps a statement on the server. */
    private static final int OFTEN = 12;

    private static final TestServer SERVER = TestServer.of(new NotesModule(), new StatementModule())
            .setting("klinity.database.pool-size", "2")
            .start();

    private static final String ENDLESS =
            "select cast(count(*) as text) as answer from (select generate_series(1, 1000000000000)) as endless";

    /** As often as it is asked, for whoever asks. */
    private static final String END = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where usename = 'klinity_app' and datname = current_database() and query like '%as endless%'
            and cast(? as uuid) is not null
        """;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** The driver cuts between the two where a parameter has no type and a column no greatest length. */
    @Test
    void a_query_with_empty_parameters_and_text_sees_its_account_however_often_it_runs() {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/notes", "{\"text\":\"mine\"}");
        List<String> found = IntStream.range(0, OFTEN)
                .mapToObj(i -> ana.get("/v1/notes/like").text())
                .toList();
        assertEquals(Collections.nCopies(OFTEN, "[\"mine\"]"), found);
    }

    @Test
    void a_query_that_its_input_makes_fail_is_the_callers_fault() {
        byte[] query = "select cast('99999999999' as int) as answer".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                400,
                SERVER.practitioner().post("/v1/query", "text/plain", query).status());
    }

    @Test
    @Tag("LG-2")
    void a_query_whose_connection_ends_is_nobodys_fault_and_may_be_asked_again() {
        byte[] query = ENDLESS.getBytes(StandardCharsets.UTF_8);
        Practitioner ana = SERVER.practitioner();
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> ana.post("/v1/query", "text/plain", query));
        SERVER.await(() -> new Behind(SERVER).number(END, ana.account()) > 0);
        Answer answer = asked.join();
        assertEquals(503, answer.status(), answer::text);
        assertNotNull(answer.header("Retry-After"));
    }
}
