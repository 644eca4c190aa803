package com.klinity.platform.server.connection;

import static com.klinity.platform.server.connection.RawCaller.statuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody is waited for without end, and nobody who makes progress is cut off. */
@Timeout(60)
class PatienceTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String HEAD = "GET /first HTTP/1.1\r\nHost: a\r\n\r\n";

    private static DoorServer server(UnaryOperator<DoorLimits> change) {
        return DoorServer.start(change.apply(DoorServer.generous()));
    }

    private static DoorLimits head(DoorLimits all) {
        return new DoorLimits(all.connections(), SHORT, all.idle(), all.pause(), all.rate(), all.reader());
    }

    private static DoorLimits idle(DoorLimits all) {
        return new DoorLimits(all.connections(), all.head(), SHORT, all.pause(), all.rate(), all.reader());
    }

    private static DoorLimits body(DoorLimits all) {
        return new DoorLimits(all.connections(), all.head(), all.idle(), SHORT, 100, all.reader());
    }

    private static DoorLimits reader(DoorLimits all) {
        return new DoorLimits(all.connections(), all.head(), all.idle(), all.pause(), all.rate(), SHORT);
    }

    @Test
    void a_connection_that_says_nothing_is_ended() throws IOException {
        try (DoorServer server = server(PatienceTest::head);
                RawCaller caller = server.caller()) {
            assertEquals("", caller.untilClosed());
        }
    }

    @Test
    void a_head_that_never_ends_is_ended_however_often_a_byte_comes() throws IOException {
        try (DoorServer server = server(PatienceTest::head);
                RawCaller caller = server.caller()) {
            caller.send("GET /first HTTP/1.1\r\nX: ");
            assertThrows(IOException.class, () -> trickle(caller));
        }
    }

    @Test
    void the_head_of_a_later_request_has_its_time_as_well() throws IOException {
        try (DoorServer server = server(PatienceTest::head);
                RawCaller caller = server.caller()) {
            caller.send(HEAD).until("hello");
            caller.send("GET /second");
            assertEquals("", caller.untilClosed());
        }
    }

    @Test
    void an_idle_connection_is_ended() throws IOException {
        try (DoorServer server = server(PatienceTest::idle);
                RawCaller caller = server.caller()) {
            caller.send(HEAD).until("hello");
            assertEquals("", caller.untilClosed());
        }
    }

    @Test
    void a_body_that_stalls_is_ended() throws IOException {
        try (DoorServer server = server(PatienceTest::body);
                RawCaller caller = server.caller()) {
            caller.send("POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
            assertEquals("", caller.untilClosed());
        }
    }

    @Test
    void a_body_that_trickles_is_ended_although_a_byte_comes_now_and_then() throws IOException {
        try (DoorServer server = server(PatienceTest::body);
                RawCaller caller = server.caller()) {
            caller.send("POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n");
            assertThrows(IOException.class, () -> trickle(caller));
        }
    }

    /** At 20 bytes a second, far below the least rate of these tests. */
    private static void trickle(RawCaller caller) throws IOException {
        for (int i = 0; i < 600; i++) {
            caller.send("y");
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void a_body_that_is_slow_but_steady_is_read_to_its_end() throws IOException {
        try (DoorServer server = server(PatienceTest::body);
                RawCaller caller = server.caller()) {
            caller.send("POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n");
            for (int i = 0; i < 20; i++) { // some 4,000 bytes a second, over more than a pause
                caller.send("y".repeat(200));
                LockSupport.parkNanos(50_000_000);
            }
            assertTrue(caller.until("4000").contains("\r\n\r\n"));
        }
    }

    @Test
    void an_answer_that_nobody_reads_is_ended() throws IOException {
        try (DoorServer server = server(PatienceTest::reader);
                RawCaller caller = server.caller()) {
            caller.send("GET /download HTTP/1.1\r\nHost: a\r\n\r\n");
            await(() -> server.door().connections() == 1);
            await(() -> server.door().connections() == 0);
        }
    }

    @Test
    void an_answer_that_is_read_slowly_goes_on() throws IOException {
        try (DoorServer server = server(PatienceTest::reader);
                RawCaller caller = server.caller()) {
            caller.send("GET /download HTTP/1.1\r\nHost: a\r\n\r\n");
            caller.until("\r\n\r\n");
            long read = 0;
            for (int i = 0; i < 20; i++) {
                read += caller.skip(1 << 20);
                LockSupport.parkNanos(50_000_000);
            }
            assertEquals(20 << 20, read);
        }
    }

    @Test
    void many_silent_connections_leave_room_for_who_speaks() throws IOException {
        List<RawCaller> silent = new ArrayList<>();
        try (DoorServer server =
                server(all -> new DoorLimits(20, all.head(), all.idle(), all.pause(), all.rate(), all.reader()))) {
            for (int i = 0; i < 60; i++) {
                silent.add(server.caller());
            }
            try (RawCaller caller = server.caller()) {
                assertEquals(List.of(200), statuses(caller.send(HEAD).until("hello")));
            }
        } finally {
            for (RawCaller caller : silent) {
                caller.close();
            }
        }
    }

    @Test
    void many_half_sent_heads_leave_room_for_who_speaks() throws IOException {
        List<RawCaller> unfinished = new ArrayList<>();
        try (DoorServer server =
                server(all -> new DoorLimits(20, all.head(), all.idle(), all.pause(), all.rate(), all.reader()))) {
            for (int i = 0; i < 20; i++) {
                unfinished.add(server.caller().send("GET /unfinished HTTP/1.1\r\n"));
            }
            try (RawCaller caller = server.caller()) {
                assertEquals(List.of(200), statuses(caller.send(HEAD).until("hello")));
            }
        } finally {
            for (RawCaller caller : unfinished) {
                caller.close();
            }
        }
    }

    @Test
    void many_stalled_bodies_of_strangers_leave_room_and_those_of_accounts_are_waited_for() throws IOException {
        List<RawCaller> stalled = new ArrayList<>();
        try (DoorServer server = server(
                        all -> new DoorLimits(20, all.head(), all.idle(), all.pause(), all.rate(), all.reader()));
                RawCaller known = server.caller()) {
            known.send("POST /known HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na");
            await(() -> server.served().contains("POST /known"));
            for (int i = 0; i < 19; i++) {
                stalled.add(server.caller().send("POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na"));
            }
            try (RawCaller caller = server.caller()) {
                assertEquals(List.of(200), statuses(caller.send(HEAD).until("hello")));
            }
            assertEquals(List.of(200), statuses(known.send("b").until("\r\n\r\n2")));
        } finally {
            for (RawCaller caller : stalled) {
                caller.close();
            }
        }
    }

    @Test
    void a_connection_that_has_just_come_is_let_ask_before_it_is_ended() throws IOException {
        try (DoorServer server = DoorServer.start();
                RawCaller caller = server.caller()) {
            await(() -> server.door().connections() == 1);
            server.door().drain();
            server.door().closeIdle();
            assertEquals(List.of(200), statuses(caller.send(HEAD).untilClosed()));
        }
    }

    @Test
    void a_door_that_drains_ends_each_connection_with_its_answer() throws IOException {
        try (DoorServer server = DoorServer.start();
                RawCaller caller = server.caller()) {
            server.door().drain();
            assertTrue(caller.send(HEAD + HEAD).untilClosed().contains("\r\nConnection: close\r\n"));
            assertEquals(1, server.served().size());
        }
    }

    @Test
    void idle_connections_can_be_ended_at_once() throws IOException {
        try (DoorServer server = DoorServer.start();
                RawCaller silent = server.caller();
                RawCaller idle = server.caller()) {
            idle.send(HEAD).until("hello");
            await(() -> server.door().connections() == 2);
            await(() -> {
                server.door().closeIdle();
                return server.door().connections() == 0;
            });
            assertEquals("", silent.untilClosed() + idle.untilClosed());
        }
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "did not come true");
            LockSupport.parkNanos(10_000_000);
        }
    }
}
