package com.klinity.platform.jobs;

import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JobRunner;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of one job on a thread of its own, which ends with it: an interrupt that comes late finds nobody. Only its end
 * is told to others, on another thread.
 */
final class Attempt {

    /** From the second death on a job may be what its servers died of. */
    private static final int DEATHS = 2;

    private final LeasedJob job;
    private final String topic;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean running = true;
    private volatile boolean lost;
    private volatile boolean stopped;
    private volatile boolean goneAround;
    private final ReentrantLock acquitting = new ReentrantLock();
    private boolean acquitted;
    private @Nullable Long toldAt;

    /** How a run ended. */
    sealed interface End {}

    /** It did what was to be done. */
    record Done() implements End {}

    /** Its subject was told that it will not be tried any more. */
    record Abandoned() implements End {}

    /** It threw. */
    record Failed(Throwable cause) implements End {}

    /** Hears of the end, on a thread of its own. */
    @FunctionalInterface
    interface Listener {
        void ended(Attempt attempt, End end);
    }

    Attempt(String topic, LeasedJob job, LeasedRun run, JobRunner runner, Listener listener) {
        this.topic = topic;
        this.job = job;
        this.thread = Thread.ofVirtual().name("job-" + topic).unstarted(() -> {
            End end = work(run, runner);
            close();
            told(listener, end);
        });
    }

    void start() {
        thread.start();
    }

    LeasedJob job() {
        return job;
    }

    String topic() {
        return topic;
    }

    private End work(LeasedRun run, JobRunner runner) {
        try {
            if (job.deaths() >= DEATHS && runner.abandoned(run)) {
                return new Abandoned();
            }
            if (job.deaths() >= DEATHS && run.attemptsAreUsedUp()) {
                return new Abandoned();
            }
            runner.run(run);
            return new Done();
        } catch (InterruptedException | RuntimeException | Error e) { // whatever a job throws, it is that job's end
            return new Failed(e);
        }
    }

    private void told(Listener listener, End end) {
        try {
            Thread.ofVirtual().name("job-end-" + topic).start(() -> listener.ended(this, end));
        } catch (Error e) { // no memory for a thread, perhaps: then on this one
            Thread.interrupted();
            listener.ended(this, new Failed(e));
        }
    }

    /** From here on nobody interrupts the thread. */
    private void close() {
        lock.lock();
        try {
            running = false;
        } finally {
            lock.unlock();
        }
    }

    /** Another server has it, or nobody wants it any more. */
    void lose() {
        lost = true;
        tell();
    }

    /** The server stops; told once. */
    void stop() {
        if (!stopped) {
            stopped = true;
            tell();
        }
    }

    /** One takeover is no death, and takes away one: once, and at the next call when that failed. Blocks. */
    void acquit(Consumer<LeasedJob> database) {
        acquitting.lock();
        try {
            if (!acquitted) {
                database.accept(job);
                acquitted = true;
            }
        } finally {
            acquitting.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            if (running) {
                thread.interrupt();
                toldAt = toldAt == null ? System.nanoTime() : toldAt;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it goes on although it was told to end that long ago. */
    boolean isStuck(Duration after) {
        lock.lock();
        try {
            return running && toldAt != null && System.nanoTime() - toldAt > after.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Gives its place to another; true the first time, while it runs and the slots allow it. */
    boolean goAround(Slots slots) {
        lock.lock();
        try {
            if (!running || goneAround || !slots.goAround()) {
                return false;
            }
            goneAround = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isGoneAround() {
        return goneAround;
    }

    boolean isLost() {
        return lost;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Where it is now, innermost first; names of methods only. */
    StackTraceElement[] place() {
        return thread.getStackTrace();
    }
}
