package com.klinity.platform.jobs;

import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Runs what features do again and again, each task on a virtual thread of its own. */
public final class PeriodicTasks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    /** How long the stop waits for a run that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Thread> threads;

    private PeriodicTasks(List<Thread> threads) {
        this.threads = threads;
    }

    /** Starts them. */
    public static PeriodicTasks start(List<PeriodicTask> tasks) {
        return new PeriodicTasks(tasks.stream()
                .map(task -> Thread.ofVirtual().name(task.name()).start(() -> repeat(task)))
                .toList());
    }

    private static void repeat(PeriodicTask task) {
        try {
            while (true) {
                Thread.sleep(task.every());
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

    /** Interrupts them, and waits for those under way. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
