package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an overdue stage is told reaches that stage alone. */
@Timeout(60)
class RunningStageTest {

    private final List<Thread> aborted = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void what_is_overdue_loses_its_transaction_and_its_caller_is_answered() {
        stage().takeAway();
        assertEquals(List.of(Thread.currentThread()), aborted);
        assertEquals(1, answered.get());
    }

    @Test
    void whoever_comes_after_its_end_takes_nothing_away() {
        RunningStage stage = stage();
        stage.end();
        stage.takeAway();
        assertEquals(List.of(), aborted);
        assertEquals(0, answered.get());
    }

    @Test
    void it_has_not_ended_before_what_was_begun_against_it() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        RunningStage stage = new RunningStage(
                Stage.HANDLE,
                "GET /v1/things",
                0,
                thread -> {
                    begun.countDown();
                    awaitUninterrupted(goOn);
                    aborted.add(thread);
                },
                answered::incrementAndGet);
        Thread taking = Thread.ofVirtual().start(stage::takeAway);
        begun.await();
        Thread ending = Thread.ofVirtual().start(() -> {
            stage.end();
            ended.countDown();
        });
        assertFalse(ended.await(200, TimeUnit.MILLISECONDS));
        goOn.countDown();
        assertTrue(ended.await(30, TimeUnit.SECONDS));
        taking.join();
        ending.join();
        assertEquals(1, aborted.size());
    }

    private RunningStage stage() {
        return new RunningStage(Stage.HANDLE, "GET /v1/things", 0, aborted::add, answered::incrementAndGet);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
