package com.klinity.platform.server;

import com.klinity.platform.database.OnlySql;
import com.klinity.platform.spi.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the stages of calls in time. One thread looks at all that run, so that a call pays for being noted and nothing
 * else. Safe for many threads.
 */
public final class Deadlines implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final StageTimes times;
    private final Set<RunningStage> running = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);

    private Deadlines(StageTimes times) {
        this.times = times;
    }

    /** Begins to watch. A platform's thread, for virtual ones may all be busy. */
    public static Deadlines start(StageTimes times) {
        Deadlines deadlines = new Deadlines(times);
        Thread.ofPlatform().daemon().name("deadlines").start(deadlines::watch);
        return deadlines;
    }

    StageTimes times() {
        return times;
    }

    /**
     * Does it in bounded time.
     *
     * @throws Refusal when it ended because its time was up
     */
    <T> T within(Stage stage, Incoming call, Supplier<T> work) {
        RunningStage here = new RunningStage(
                stage,
                call.route(),
                times.of(stage).toNanos(),
                OnlySql::abort,
                () -> call.answerAside(stage.overdue()));
        running.add(here);
        try {
            return work.get();
        } catch (RuntimeException | Error e) { // whatever an interrupted one throws
            if (here.isPassed()) {
                throw stage.overdue();
            }
            throw e;
        } finally {
            running.remove(here);
            here.end();
        }
    }

    /** The same, for what gives nothing back. */
    void within(Stage stage, Incoming call, Runnable work) {
        within(stage, call, () -> {
            work.run();
            return stage;
        });
    }

    private void watch() {
        try {
            while (!stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                look(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(long now) {
        running.forEach(stage -> stage.look(now));
    }

    /** Watches no more; what runs goes on unbounded, until the listener's own grace ends. */
    @Override
    public void close() {
        stop.countDown();
    }
}
