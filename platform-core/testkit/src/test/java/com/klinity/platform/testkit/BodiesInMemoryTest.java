package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bodies that wait in memory for their end. The server has 8 MiB for accounts and 2 MiB for all others. */
@Tag("AV-1")
class BodiesInMemoryTest {

    private static final TestServer SERVER = TestServer.of(new LettersModule())
            .setting("klinity.budget.memory", "8")
            .start();

    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = 1 << 20;
    private static final String ANYBODY = "/v1/letters/anybody";
    private static final String ACCOUNT = "/v1/letters";

    private final List<KeptConnection> stalled = new ArrayList<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (KeptConnection connection : stalled) {
            connection.close();
        }
    }

    private static Answer post(Client caller, String path, int length) {
        return caller.post(path, "text/plain", new byte[length]);
    }

    /** Sends all but the last byte. */
    private KeptConnection stall(String path, int length, String... headerLines) throws IOException {
        KeptConnection connection = KeptConnection.to(SERVER.address());
        stalled.add(connection);
        List<String> lines = new ArrayList<>(List.of(headerLines));
        lines.add("Content-Length: " + length);
        connection.request("POST", path, lines.toArray(String[]::new));
        connection.send("x".repeat(length - 1));
        return connection;
    }

    private KeptConnection stall(Practitioner caller, int length) throws IOException {
        return stall(ACCOUNT, length, "Authorization: Bearer " + caller.token());
    }

    /** Sends twice what one address may have without a token. */
    private KeptConnection.Head fillWithoutToken() throws IOException {
        for (int i = 0; i < 64; i++) {
            stall(ANYBODY, 16 * KIBIBYTE);
        }
        return firstAnswer(stalled);
    }

    @Test
    void of_anybody_have_at_most_16_kibibytes() {
        assertEquals(200, post(SERVER.anonymous(), ANYBODY, 16 * KIBIBYTE).status());
        assertEquals(413, post(SERVER.anonymous(), ANYBODY, 16 * KIBIBYTE + 1).status());
    }

    @Test
    void of_vendors_have_at_most_256_kibibytes() {
        assertEquals(
                200,
                post(SERVER.anonymous(), "/v1/letters/vendor", 256 * KIBIBYTE).status());
        assertEquals(
                413,
                post(SERVER.anonymous(), "/v1/letters/vendor", 256 * KIBIBYTE + 1)
                        .status());
    }

    @Test
    void of_accounts_have_at_most_a_mebibyte() {
        Practitioner caller = SERVER.practitioner();
        assertEquals("{\"length\":1048576}", post(caller, ACCOUNT, MEBIBYTE).text());
        assertEquals(413, post(caller, ACCOUNT, MEBIBYTE + 1).status());
    }

    @Test
    void without_a_token_are_refused_when_they_fill_their_part_and_take_nothing_from_accounts() throws IOException {
        KeptConnection.Head refused = fillWithoutToken();
        assertEquals(429, refused.status());
        assertNotNull(refused.header("Retry-After"));
        assertEquals(200, post(SERVER.practitioner(), ACCOUNT, MEBIBYTE).status());
    }

    @Test
    void that_are_small_are_taken_while_others_fill_the_memory() throws IOException {
        fillWithoutToken();
        assertEquals(200, post(SERVER.anonymous(), ANYBODY, 2_000).status());
    }

    @Test
    void give_back_their_memory_when_the_caller_hangs_up() throws IOException {
        fillWithoutToken();
        hangUp();
        SERVER.await(() -> post(SERVER.anonymous(), ANYBODY, 16 * KIBIBYTE).status() == 200);
    }

    @Test
    void of_one_account_leave_others_theirs() throws IOException {
        Practitioner greedy = SERVER.practitioner();
        List<KeptConnection> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(stall(greedy, MEBIBYTE));
        }
        assertEquals(429, firstAnswer(all).status());
        assertEquals(200, post(SERVER.practitioner(), ACCOUNT, MEBIBYTE).status());
    }

    /** One of them is beyond the budget, whichever comes last. */
    private static KeptConnection.Head firstAnswer(List<KeptConnection> all) throws IOException {
        SERVER.await(() -> all.stream().anyMatch(BodiesInMemoryTest::hasAnswer));
        for (KeptConnection connection : all) {
            if (hasAnswer(connection)) {
                return connection.head();
            }
        }
        throw new AssertionError("it was there a moment ago");
    }

    private static boolean hasAnswer(KeptConnection connection) {
        try {
            return connection.rest().available() > 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
