package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int CALLERS = 32;

    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Turns turns = new Turns(2);
    private final Reads reads = turns.of(new Counted());

    /** Reads that know how many of them there are at once. */
    private final class Counted implements Reads {
        @Override
        @SuppressWarnings("NullAway") // no work here asks its scope for anything
        public <T, E extends Exception> T in(Work<T, E> work) throws E {
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            try {
                return work.read(null);
            } finally {
                reading.decrementAndGet();
            }
        }
    }

    @Test
    void however_many_ask_no_more_read_at_once_than_may() throws Exception {
        List<Future<Integer>> asked = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                asked.add(callers.submit(() -> reads.in(scope -> {
                    LockSupport.parkNanos(1_000_000);
                    return 1;
                })));
            }
            for (Future<Integer> one : asked) {
                assertEquals(1, one.get());
            }
        }
        assertTrue(most.get() <= 2, () -> most + " at once");
    }

    @Test
    void a_read_that_fails_gives_its_turn_back() {
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> reads.in(scope -> {
                        throw new IllegalStateException("no such table");
                    }));
        }
        assertEquals("read", reads.in(scope -> "read"));
    }

    @Test
    void who_is_cut_off_while_waiting_takes_no_turn() throws Exception {
        Turns one = new Turns(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = callers.submit(() -> one.of(new Counted()).in(scope -> {
                begun.countDown();
                go.await();
                return 1;
            }));
            begun.await();
            Thread.currentThread().interrupt();
            assertThrows(Refusal.class, () -> one.of(new Counted()).in(scope -> 2));
            assertTrue(Thread.interrupted());
            go.countDown();
            assertEquals(1, first.get());
            assertEquals("free", one.of(new Counted()).in(scope -> "free"));
        }
    }
}
