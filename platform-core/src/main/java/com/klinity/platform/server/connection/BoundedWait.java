package com.klinity.platform.server.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one thread waits for a caller, and which another may end: the interrupt closes the socket that it is
 * blocked on. Outside of it the thread is never interrupted.
 */
final class BoundedWait {

    /** What a caller is waited for. */
    enum For {
        /** The first byte of the connection. */
        GREETING,
        /** The next request. */
        REQUEST,
        /** The rest of a head. */
        HEAD,
        /** More of a body. */
        BODY,
        /** That it reads. */
        READER,
        /** That it hangs up. */
        FAREWELL
    }

    private @Nullable Thread waiting;
    private For reason = For.GREETING;
    private long since;
    private long until;
    private boolean over;

    /**
     * Begins, by the thread that is about to block; both in {@link System#nanoTime}.
     *
     * @return false when another thread is waiting; then nothing has begun
     */
    synchronized boolean begin(For what, long now, long deadline) {
        if (waiting != null) {
            return false;
        }
        waiting = Thread.currentThread();
        reason = what;
        since = now;
        until = deadline;
        over = false;
        return true;
    }

    /** Ends; true when somebody else had ended it, whose interrupt then is taken back. */
    synchronized boolean end() {
        waiting = null;
        return over && (Thread.interrupted() || over);
    }

    /** Ends it when its time is over. */
    synchronized void endIfDue(long now) {
        if (waiting != null && until - now <= 0) {
            interrupt(waiting);
        }
    }

    /** Ends it when it is still for that. */
    synchronized void endIf(For what) {
        if (waiting != null && reason == what) {
            interrupt(waiting);
        }
    }

    private void interrupt(Thread thread) {
        if (!over) {
            over = true;
            thread.interrupt();
        }
    }

    /**
     * A wait at some moment.
     *
     * @param reason what for
     * @param since  since when, in {@link System#nanoTime}
     */
    record Moment(For reason, long since) {}

    /** What is waited for right now. */
    synchronized Optional<Moment> moment() {
        return waiting == null ? Optional.empty() : Optional.of(new Moment(reason, since));
    }
}
