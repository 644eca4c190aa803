package com.klinity.platform.jobs;

import com.klinity.platform.background.Background;
import com.klinity.platform.background.Sign;
import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs what features do again and again, each task on a virtual thread of its own. Started and closed by one thread. */
public final class PeriodicTasks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    /** How long the stop waits for runs that are under way, and for the last ones. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A run may go through whole tables and hand them to others. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private final Background background;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** None so far. */
    public PeriodicTasks(Background background) {
        this.background = background;
    }

    /** Starts them. */
    public void start(List<PeriodicTask> tasks) {
        for (PeriodicTask task : tasks) {
            Sign sign = background.of(task.name().replace(' ', '-'), LONGEST_RUN);
            threads.add(Thread.ofVirtual().name(task.name()).start(() -> repeat(task, sign)));
        }
    }

    private void repeat(PeriodicTask task, Sign sign) {
        if (task.atEnds()) {
            runOnce(task, sign);
        }
        while (!stopped(task)) {
            runOnce(task, sign);
        }
        if (task.atEnds()) {
            runOnce(task, sign);
        }
    }

    /** Waits until the next run is due, or until there is none. */
    private boolean stopped(PeriodicTask task) {
        try {
            return stop.await(task.every().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} was interrupted and goes on", task.name());
            return stop.getCount() == 0;
        }
    }

    private static void runOnce(PeriodicTask task, Sign sign) {
        sign.works();
        try {
            task.work().run();
        } catch (RuntimeException | Error e) { // the next run may go well
            LOG.log(Level.WARNING, "{0} failed: {1}", task.name(), e.getClass().getName());
        } finally {
            sign.rests();
        }
    }

    /** Begins no more runs but the last ones, and waits for a bounded time. */
    @Override
    public void close() {
        stop.countDown();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
