package com.klinity.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final int CALLERS = 32;

    @Test
    void however_many_ask_no_more_read_at_once_than_may() throws Exception {
        Turns turns = new Turns(2);
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                asked.add(callers.submit(() -> {
                    try (Shares.Held _ = turns.take()) {
                        most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1_000_000);
                        reading.decrementAndGet();
                    }
                    return true;
                }));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertTrue(most.get() <= 2, () -> most + " at once");
    }

    @Test
    void an_account_whose_other_export_waits_keeps_nobody_else_waiting() throws Exception {
        Turns turns = new Turns(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> second;
            try (Shares.Held _ = turns.ofAccount(ANA)) {
                second = callers.submit(() -> {
                    turns.ofAccount(ANA).close();
                    return true;
                });
                try (Shares.Held _ = turns.ofAccount(BEN);
                        Shares.Held _ = turns.take()) {
                    assertFalse(second.isDone());
                }
            }
            assertEquals(true, second.get());
        }
    }

    @Test
    void who_is_cut_off_while_waiting_takes_no_turn() throws Exception {
        Turns turns = new Turns(1);
        try (Shares.Held _ = turns.take()) {
            Thread.currentThread().interrupt();
            assertThrows(SQLTransientConnectionException.class, turns::take);
            assertTrue(Thread.interrupted());
        }
        turns.take().close();
    }
}
