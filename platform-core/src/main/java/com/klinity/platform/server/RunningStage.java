package com.klinity.platform.server;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A stage that one thread is in, and that another ends when its time is up. */
final class RunningStage {

    private static final System.Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final long GRACE_NANOS = 1_000_000_000L;
    private static final int FRAMES = 16;

    private final Stage stage;
    private final String route;
    private final Runnable answerAside;
    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final long limitNanos;
    private volatile boolean passed;
    private final Consumer<Thread> abort;
    private final Object taking = new Object();
    private boolean ended;
    private boolean takenAway;

    /**
     * Of the current thread.
     *
     * @param abort       takes the database away from a thread
     * @param answerAside tells the caller, by another thread
     */
    RunningStage(Stage stage, String route, long limitNanos, Consumer<Thread> abort, Runnable answerAside) {
        this.stage = stage;
        this.route = route;
        this.limitNanos = limitNanos;
        this.abort = abort;
        this.answerAside = answerAside;
    }

    boolean isPassed() {
        return passed;
    }

    /** Interrupts it when its time is up; takes everything away from it when that has not helped. */
    synchronized void look(long now) {
        long over = now - begun - limitNanos;
        if (ended || over < 0) {
            return;
        }
        if (!passed) {
            passed = true;
            tell();
        }
        thread.interrupt();
        if (over > GRACE_NANOS && !takenAway) {
            takenAway = true;
            Thread.ofVirtual().name("overdue-call").start(this::takeAway);
        }
    }

    /**
     * By its own thread: from here on it is not interrupted, and not by an interrupt before; nor is what it begins next
     * taken away from it.
     */
    void end() {
        synchronized (taking) {
            markEnded();
        }
    }

    private synchronized void markEnded() {
        ended = true;
        if (passed) {
            boolean interrupted = Thread.interrupted();
            LOG.log(Level.DEBUG, "{0} has returned; still interrupted: {1}", route, interrupted);
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    /** By a thread that comes when it comes, perhaps too late. */
    void takeAway() {
        synchronized (taking) {
            if (hasEnded()) {
                return;
            }
            abort.accept(thread);
        }
        answerAside.run();
    }

    /** The place without its values. */
    private void tell() {
        String frames = Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
        LOG.log(
                Level.WARNING,
                "{0}: {1} takes longer than {2} ms and is interrupted\n{3}",
                route,
                stage,
                Long.toString(limitNanos / 1_000_000),
                frames);
    }
}
