package com.klinity.platform.jobs;

import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs what features do again and again, each task on a virtual thread of its own. */
public final class PeriodicTasks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    /** How long the stop waits for a run that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads;

    private PeriodicTasks(List<PeriodicTask> tasks) {
        this.threads = tasks.stream()
                .map(task -> Thread.ofVirtual().name(task.name()).unstarted(() -> repeat(task)))
                .toList();
    }

    /** Starts them. */
    public static PeriodicTasks start(List<PeriodicTask> tasks) {
        PeriodicTasks started = new PeriodicTasks(tasks);
        started.threads.forEach(Thread::start);
        return started;
    }

    private void repeat(PeriodicTask task) {
        try {
            while (!stop.await(task.every().toNanos(), TimeUnit.NANOSECONDS)) {
                runOnce(task);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} ends", task.name());
        }
    }

    private static void runOnce(PeriodicTask task) {
        try {
            task.work().run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "{0} failed: {1}", task.name(), e.getClass().getName());
        }
    }

    /** Begins no more runs, and waits for those under way. */
    @Override
    public void close() {
        stop.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
