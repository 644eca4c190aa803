package com.klinity.platform.background;

import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * A thread that does the same again and again, and ends only when it is told to: not by what a turn throws, and not by an
 * interrupt that was meant for something else.
 */
public final class Loop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    /** What fails at once is not tried again at once. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);

    private final Sign sign;
    private final Turn turn;
    private final Duration patience;
    private final Thread thread;
    private volatile boolean closed;

    private Loop(Thread.Builder threads, Sign sign, Duration patience, Turn turn) {
        this.sign = sign;
        this.turn = turn;
        this.patience = patience;
        this.thread = threads.name(sign.name()).unstarted(this::run);
    }

    /** What is done again and again. */
    @FunctionalInterface
    public interface Turn {

        /**
         * One turn, which says itself when it begins to work and when it rests.
         *
         * @return false when it was the last
         * @throws InterruptedException at the stop, or when somebody else interrupts it
         */
        boolean take(Sign sign) throws InterruptedException;
    }

    /**
     * Starts one.
     *
     * @param threads  what its thread is made by
     * @param patience how long a stop waits for the turn under way
     */
    public static Loop start(Thread.Builder threads, Sign sign, Duration patience, Turn turn) {
        Loop loop = new Loop(threads, sign, patience, turn);
        loop.thread.start();
        return loop;
    }

    private void run() {
        boolean more = true;
        while (more && !closed) {
            more = takeOne();
        }
        sign.rests();
    }

    private boolean takeOne() {
        try {
            return turn.take(sign);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} was interrupted; it stops: {1}", sign.name(), closed);
            return true;
        } catch (RuntimeException | Error e) { // whatever it is, the next turn may go well
            LOG.log(
                    Level.ERROR,
                    "{0} failed and goes on: {1}",
                    sign.name(),
                    e.getClass().getName());
            sign.rests();
            return pause();
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(AFTER_A_FAILURE);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} was interrupted in its pause", sign.name());
        }
        return true;
    }

    /** Waits for the last turn, which came or comes by itself; after that the thread is interrupted. */
    public void awaitLast() {
        join();
        close();
    }

    /** Interrupts the turn under way, and waits for its end for a bounded time. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        join();
    }

    private void join() {
        try {
            boolean ended = thread.join(patience);
            LOG.log(Level.DEBUG, "{0} ended: {1}", sign.name(), ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
