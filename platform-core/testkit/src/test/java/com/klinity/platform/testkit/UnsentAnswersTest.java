package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that are in memory because their callers don't take them. The server has 32 MiB for accounts. */
@Tag("AV-1")
class UnsentAnswersTest {

    /** More than the kernel takes from a server whose caller does not read. */
    private static final int LENGTH = 7_000_000;

    private static final String LONG = "/v1/letters/" + LENGTH;

    private static final TestServer SERVER = TestServer.of(new LettersModule())
            .setting("klinity.budget.memory", "32")
            .setting("klinity.server.write-timeout", "PT2M")
            .start();

    private final List<KeptConnection> open = new ArrayList<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (KeptConnection connection : open) {
            connection.close();
        }
    }

    /** Its answer has begun and is not read on. */
    private KeptConnection unread(Practitioner caller) throws IOException {
        KeptConnection connection = KeptConnection.to(SERVER.address());
        open.add(connection);
        connection.request("GET", LONG, "Authorization: Bearer " + caller.token());
        assertEquals(200, connection.head().status());
        return connection;
    }

    @Test
    void are_bounded_for_each_account() throws IOException {
        Practitioner greedy = SERVER.practitioner();
        unread(greedy);
        Answer second = greedy.get(LONG);
        assertEquals(429, second.status());
        assertEquals("\"bytes-in-memory\";q=8388608", second.header("RateLimit-Policy"));
        assertEquals(429, greedy.get("/v1/prints/" + LENGTH).status());
    }

    @Test
    void leave_other_accounts_theirs() throws IOException {
        unread(SERVER.practitioner());
        assertEquals(200, SERVER.practitioner().get(LONG).status());
    }

    @Test
    void are_bounded_for_all_accounts_together() throws IOException {
        unread(SERVER.practitioner());
        unread(SERVER.practitioner());
        unread(SERVER.practitioner());
        assertEquals(503, SERVER.practitioner().get(LONG).status());
        assertEquals(200, SERVER.practitioner().get("/v1/letters/1000000").status());
    }

    @Test
    void are_not_called_undone_when_they_tell_of_a_change() throws IOException {
        Practitioner greedy = SERVER.practitioner();
        unread(greedy);
        Answer answer = greedy.post(LONG, "{}");
        assertEquals(503, answer.status());
        assertEquals(
                "https://klinity.com/problems/outcome-unknown",
                answer.json().path("type").asString());
    }

    @Test
    void give_back_their_memory_when_the_caller_hangs_up() throws IOException {
        Practitioner caller = SERVER.practitioner();
        unread(caller).close();
        SERVER.await(() -> caller.get(LONG).status() == 200);
    }

    @Test
    void come_whole_however_long_they_are() {
        assertEquals(
                LENGTH,
                SERVER.practitioner().get(LONG).json().path("text").asString().length());
    }
}
