package com.klinity.platform.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A thread that nobody waits for ends only when it is told to, and is seen when it does not move. */
class LoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Background background = new Background();
    private final Sign sign = background.of("some-loop", Duration.ZERO);

    @Test
    void it_goes_on_after_an_error() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        try (Loop _ = start(s -> {
            second.countDown();
            throw new StackOverflowError();
        })) {
            assertTrue(second.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void it_goes_on_after_an_interrupt_that_was_not_for_it() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CountDownLatch second = new CountDownLatch(2);
        try (Loop _ = start(s -> {
            thread.complete(Thread.currentThread());
            second.countDown();
            Thread.sleep(Duration.ofMinutes(10));
            return true;
        })) {
            thread.get(30, TimeUnit.SECONDS).interrupt();
            assertTrue(second.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_stop_ends_what_waits() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Loop loop = start(s -> {
            thread.complete(Thread.currentThread());
            new CountDownLatch(1).await();
            return true;
        });
        Thread running = thread.join();
        loop.close();
        assertEquals(Thread.State.TERMINATED, running.getState());
    }

    @Test
    void the_last_turn_is_the_last() {
        AtomicInteger turns = new AtomicInteger();
        Loop loop = start(s -> turns.incrementAndGet() < 3);
        loop.awaitLast();
        assertEquals(3, turns.get());
    }

    @Test
    void one_that_does_not_move_is_named_until_it_rests() {
        sign.works();
        assertEquals(List.of("some-loop"), background.stuck());
        sign.rests();
        assertEquals(List.of(), background.stuck());
    }

    @Test
    void one_that_moves_is_not_named() {
        Sign patient = background.of("patient-loop", Duration.ofHours(1));
        patient.works();
        assertEquals(List.of(), background.stuck());
    }

    private Loop start(Loop.Turn turn) {
        return Loop.start(Thread.ofVirtual(), sign, PATIENCE, turn);
    }
}
