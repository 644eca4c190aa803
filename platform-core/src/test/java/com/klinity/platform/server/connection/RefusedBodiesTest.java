package com.klinity.platform.server.connection;

import static com.klinity.platform.server.connection.RawCaller.statuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that nobody wants costs nobody memory or time. */
@Timeout(60)
class RefusedBodiesTest {

    private static final DoorServer SERVER = DoorServer.start();
    private static final byte[] MEBIBYTE = new byte[1 << 20];
    private static final int MOST_TAKEN = 64;
    private static final String CHUNKED = " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n",
                "Content-Length: 4000000000\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n",
                "Content-Length: 100\r\nConnection: close\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n",
                "Content-Length: 100\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n",
                "Content-Length: 34\r\nExpect: 100-continue\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void what_was_not_read_of_a_refused_body_is_never_a_request(String rest) throws IOException {
        SERVER.served().clear();
        try (RawCaller caller = SERVER.caller()) {
            String answers =
                    caller.send("POST /refused HTTP/1.1\r\nHost: a\r\n" + rest).untilClosed();
            assertEquals(List.of(401), statuses(answers), answers);
            assertEquals(List.of("POST /refused"), SERVER.served());
        }
    }

    @Test
    void a_small_body_that_is_refused_leaves_the_connection_open() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            caller.send("POST /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n")
                    .until("no");
            caller.send("hello");
            assertEquals(
                    List.of(200),
                    statuses(caller.send("GET /second HTTP/1.1\r\nHost: a\r\n\r\n")
                            .until("hello")));
        }
    }

    @Test
    void a_caller_that_goes_on_sending_is_cut_off_after_a_bounded_number_of_bytes() {
        try (RawCaller caller = SERVER.caller()) {
            assertTrue(mebibytesTaken(caller, "POST /refused" + CHUNKED) < MOST_TAKEN);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_caller_that_goes_on_sending_as_fast_as_it_can_is_held_up() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            long begun = System.nanoTime();
            mebibytesTaken(caller, "POST /refused" + CHUNKED);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(millis > 1000, () -> "all was taken within " + millis + " ms");
        }
    }

    private static int mebibytesTaken(RawCaller caller, String head) throws IOException {
        caller.send(head);
        for (int taken = 0; taken < 4 * MOST_TAKEN; taken++) {
            try {
                caller.send(MEBIBYTE);
            } catch (IOException e) {
                return taken;
            }
        }
        return 4 * MOST_TAKEN;
    }

    @Test
    void what_trickles_in_after_the_answer_is_waited_for_once() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            caller.send("POST /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 16384\r\n\r\n")
                    .until("no");
            assertThrows(IOException.class, () -> trickle(caller));
        }
    }

    /** Each pause is short; all of it would take minutes. */
    private static void trickle(RawCaller caller) throws IOException {
        for (int i = 0; i < 200; i++) {
            caller.send("x");
            LockSupport.parkNanos(100_000_000);
        }
    }

    @Test
    void a_huge_chunk_is_handed_on_in_small_pieces() throws IOException {
        List<RawCaller> callers = new ArrayList<>();
        long before = used();
        try {
            for (int i = 0; i < 64; i++) {
                RawCaller caller = SERVER.caller();
                callers.add(caller);
                caller.send("POST /read" + CHUNKED).send(MEBIBYTE).send(MEBIBYTE);
            }
            // All but what the sockets hold was read by now: kept, it would be 128 MiB less some.
            assertTrue(used() - before < 32 << 20, "bytes kept: " + (used() - before));
        } finally {
            for (RawCaller caller : callers) {
                caller.close();
            }
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
