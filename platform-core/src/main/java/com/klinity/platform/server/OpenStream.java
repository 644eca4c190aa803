package com.klinity.platform.server;

import com.klinity.platform.database.Identity;
import java.io.IOException;

/** What one thread is sending to an account or taking from it, and another may cut. */
final class OpenStream {

    /** What moves. */
    enum Flow {
        ANSWER,
        /** An answer that ends only when its caller goes. */
        EVENTS,
        /** A body that comes in. It need not end when nobody can say what the account may do. */
        BODY
    }

    private final Identity identity;
    private final Thread writer;
    private final Flow flow;
    private volatile long confirmedNanos;
    private volatile boolean cut;
    private boolean ended;

    /**
     * Of an account whose state was looked at just now; moved by the current thread.
     *
     * @param flow what moves
     */
    OpenStream(Identity identity, Flow flow) {
        this.identity = identity;
        this.flow = flow;
        this.writer = Thread.currentThread();
        this.confirmedNanos = System.nanoTime();
    }

    Flow flow() {
        return flow;
    }

    Identity identity() {
        return identity;
    }

    /** Notes that the account could act at that {@link System#nanoTime}. */
    void confirm(long nanos) {
        confirmedNanos = nanos;
    }

    long confirmedNanos() {
        return confirmedNanos;
    }

    /**
     * Lets nothing more through, and wakes the writer wherever it waits: a blocked socket is closed by the interrupt.
     * May be called again, should the writer have swallowed it.
     */
    synchronized void cut() {
        if (!ended) {
            cut = true;
            writer.interrupt();
        }
    }

    boolean isCut() {
        return cut;
    }

    /** Called before each byte that is about to leave. */
    void requireUncut() throws IOException {
        if (cut) {
            throw new IOException("the account may no longer act");
        }
    }

    /** Ends the writer's work, by the writer: from here on its thread is not interrupted, and not by a cut before. */
    synchronized void end() {
        ended = true;
        if (cut) {
            boolean interrupted = Thread.interrupted();
            System.getLogger(OpenStream.class.getName())
                    .log(System.Logger.Level.DEBUG, "a stream was cut; still interrupted: {0}", interrupted);
        }
    }
}
