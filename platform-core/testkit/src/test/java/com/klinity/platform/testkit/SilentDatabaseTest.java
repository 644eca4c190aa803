package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.StreamsModule.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections to the database that die without a word: nobody waits for them for long, and new ones take their place. */
@Tag("LG-2")
class SilentDatabaseTest {

    /** What is promised, and as much again for a machine that does much else. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    /** Nobody waits for longer than a statement may take, a connection and an entry, one after the other. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private static final int CALLERS = 8;
    private static final StreamsModule STREAMS = new StreamsModule();
    private static final AtomicReference<@Nullable Relay> RELAY = new AtomicReference<>();
    private static final TestServer SERVER = TestServer.of(new NotesModule(), STREAMS)
            .through(SilentDatabaseTest::relay)
            .start();

    private static Relay relay(int port) {
        Relay relay = Relay.to(port);
        RELAY.set(relay);
        return relay;
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        relay().close();
    }

    @Test
    void under_load_everything_is_answered_again() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> longest = callers(callers, over);
            SERVER.await(() -> SERVER.practitioner().get("/v1/notes").status() == 200);
            relay().silence();
            long until = System.nanoTime() + BOUND.toNanos();
            awaitAllServed(until);
            over.set(true);
            for (Future<Duration> wait : longest) {
                assertTrue(wait.get().compareTo(LONGEST_WAIT) < 0, () -> "somebody waited " + wait.resultNow());
            }
        }
    }

    private static List<Future<Duration>> callers(ExecutorService threads, AtomicBoolean over) {
        List<Future<Duration>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(() -> longestWait(over)));
        }
        return callers;
    }

    private static Duration longestWait(AtomicBoolean over) {
        Practitioner ana = SERVER.practitioner();
        Duration longest = Duration.ZERO;
        while (!over.get()) {
            long before = System.nanoTime();
            int status = ana.get("/v1/notes").status();
            Duration wait = Duration.ofNanos(System.nanoTime() - before);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            assertTrue(status == 200 || status == 503, () -> "answered " + status);
        }
        return longest;
    }

    /** A row of answers without a refusal, as long as the pool is large. */
    private static void awaitAllServed(long until) {
        int served = 0;
        while (served < 4 * CALLERS) {
            assertTrue(System.nanoTime() < until, "not everything is answered again in time");
            served = SERVER.practitioner().get("/v1/notes").status() == 200 ? served + 1 : 0;
        }
    }

    @Test
    void a_write_is_answered_again() {
        Practitioner ana = SERVER.practitioner();
        relay().silence();
        long until = System.nanoTime() + BOUND.toNanos();
        while (ana.post("/v1/notes", "{\"text\":\"again\"}").status() != 201) {
            assertTrue(System.nanoTime() < until, "writes do not come back");
        }
    }

    @Test
    void readiness_is_told_in_time_and_is_not_up_while_somebody_waits_in_vain() throws Exception {
        Practitioner ana = SERVER.practitioner();
        SERVER.await(() -> ready().status() == 200);
        AtomicBoolean refused = new AtomicBoolean();
        relay().silence();
        CompletableFuture<Void> asking = CompletableFuture.runAsync(
                () -> {
                    while (ana.get("/v1/notes").status() != 200) {
                        refused.set(true);
                    }
                },
                Thread::startVirtualThread);
        boolean told = false;
        while (!asking.isDone()) {
            long before = System.nanoTime();
            told |= ready().status() == 503;
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "readiness took " + took);
        }
        asking.get();
        assertTrue(told || !refused.get(), "readiness said UP while requests were refused");
        SERVER.await(() -> ready().status() == 200);
    }

    @Test
    @Tag("AC-6")
    void an_open_answer_survives_the_connection_of_the_watch() throws Exception {
        try (OpenAnswer open = OpenAnswer.of(SERVER, STREAMS, UUID.randomUUID(), Kind.STUBBORN)) {
            relay().silence();
            open.readOn(2500);
            assertFalse(open.end().isDone());
        }
    }

    private static Answer ready() {
        return SERVER.management().get("/health/ready");
    }

    private static Relay relay() {
        return Objects.requireNonNull(RELAY.get());
    }
}
