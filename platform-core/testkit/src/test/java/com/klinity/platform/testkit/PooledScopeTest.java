package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two connections, shared by many accounts at once, some of whose calls end badly. Through HTTP, because that is where
 * one caller could be shown what belongs to another.
 */
class PooledScopeTest {

    private static final int ANSWERS = Integer.getInteger("testkit.answers", 100_000);
    private static final int THREADS = 64;
    private static final int TRIES = 1_000;

    /** Thousands of failures that are meant to be. */
    private static final Logger FAILURES = Logger.getLogger("com.klinity.platform.server.Unexpected");

    private static final TestServer SERVER = TestServer.of(new NotesModule(), new MarkersModule())
            .setting("klinity.database.pool-size", "2")
            .start();

    @BeforeAll
    static void hush() {
        FAILURES.setLevel(Level.OFF);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        FAILURES.setLevel(null);
    }

    @Test
    @Tag("AC-1")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void no_answer_holds_what_another_account_may_see() throws InterruptedException, ExecutionException {
        List<Practitioner> practitioners =
                Stream.generate(PooledScopeTest::withMarker).limit(THREADS).toList();
        int answers = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                counts.add(threads.submit(caller(practitioners, new SplittableRandom(thread))));
            }
            for (Future<Integer> count : counts) {
                answers += count.get();
            }
        }
        assertEquals(ANSWERS / THREADS * THREADS, answers);
    }

    private static Callable<Integer> caller(List<Practitioner> practitioners, SplittableRandom random) {
        return () -> {
            int answers = 0;
            while (answers < ANSWERS / THREADS) {
                Practitioner caller = practitioners.get(random.nextInt(practitioners.size()));
                int kind = random.nextInt(400);
                if (kind < 20) {
                    hangUp(caller);
                } else {
                    check(caller, kind);
                    answers++;
                }
            }
            return answers;
        };
    }

    private static void check(Practitioner caller, int kind) {
        if (kind < 40) {
            fails(answer(caller, "/v1/markers/thrown"));
        } else if (kind < 60) {
            fails(answer(caller, "/v1/markers/failed"));
        } else if (kind == 60) { // few, as exports take turns
            is(200, marker(caller) + "\n", answer(caller, "/v1/notes/all"));
        } else {
            is(
                    200,
                    "{\"account\":\"" + caller.account() + "\",\"texts\":[\"" + marker(caller) + "\"]}",
                    answer(caller, "/v1/markers"));
        }
    }

    private static void is(int status, String body, Answer answer) {
        assertEquals(status + " " + body, answer.toString());
    }

    private static void fails(Answer answer) {
        assertEquals(500, answer.status(), answer::toString);
        assertFalse(answer.text().contains("marker of"), answer::toString);
    }

    /** An answer other than that the pool was busy for too long. */
    private static Answer answer(Practitioner caller, String path) {
        for (int tries = 0; tries < TRIES; tries++) {
            Answer answer = caller.get(path);
            if (answer.status() != 503) {
                return answer;
            }
        }
        throw new AssertionError("busy for too long");
    }

    /** Asks and does not wait for the answer. */
    private static void hangUp(Practitioner caller) {
        String request =
                "GET /v1/markers HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token() + "\r\n\r\n";
        try (Socket socket =
                new Socket(SERVER.address().getHost(), SERVER.address().getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Practitioner withMarker() {
        Practitioner practitioner = SERVER.practitioner();
        Answer created = practitioner.post("/v1/notes", "{\"text\":\"" + marker(practitioner) + "\"}");
        assertEquals(201, created.status(), created::toString);
        return practitioner;
    }

    private static String marker(Practitioner practitioner) {
        return "marker of " + practitioner.account();
    }
}
