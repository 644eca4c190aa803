package com.klinity.platform.jobs;

import com.klinity.platform.database.DatabaseFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * A step that is repeated on a thread of its own until it is stopped, whatever it throws: then it goes on after a pause.
 * Only the stop interrupts the thread; any other interrupt is forgotten.
 */
final class KeptLoop {

    private static final System.Logger LOG = System.getLogger(KeptLoop.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private final Thread thread;
    private volatile boolean stopped;

    /** What is repeated; it waits by itself where there is nothing to do. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private KeptLoop(String name, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
    }

    static KeptLoop start(String name, Step step) {
        KeptLoop loop = new KeptLoop(name, step);
        loop.thread.start();
        return loop;
    }

    /** Ends it after its present step. */
    void finish() {
        stopped = true;
    }

    /** Waits, bounded, for the end. */
    void join(Duration patience) throws InterruptedException {
        if (!thread.join(patience)) {
            LOG.log(Level.WARNING, "{0} does not end", name);
        }
    }

    /** Ends it at once; does not wait. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void repeat() {
        while (!stopped) {
            try {
                step.run();
            } catch (InterruptedException e) {
                LOG.log(Level.TRACE, "{0} was interrupted", name);
            } catch (RuntimeException | Error e) { // whatever it is, everybody's work depends on this loop
                if (!stopped) {
                    LOG.log(Level.WARNING, "{0} failed and goes on: {1}", name, described(e));
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.interrupted();
            if (!stopped) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.TRACE, "{0} was interrupted", name);
        }
    }

    /** Messages of the database's failures hold no values; those of others might. */
    private static String described(Throwable e) {
        boolean known = e instanceof DatabaseFailure;
        return known ? String.valueOf(e.getMessage()) : e.getClass().getName();
    }
}
