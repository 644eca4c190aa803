package com.klinity.platform.server;

import com.klinity.platform.database.Identity;
import java.io.IOException;

/** An answer that one thread is sending to an account, and that another may cut. */
final class OpenStream {

    private final Identity identity;
    private final boolean endless;
    private final Thread writer;
    private volatile long confirmedNanos;
    private volatile boolean cut;
    private boolean ended;

    /** Of an account whose state was looked at just now; written by the current thread. */
    OpenStream(Identity identity, boolean endless) {
        this.identity = identity;
        this.endless = endless;
        this.writer = Thread.currentThread();
        this.confirmedNanos = System.nanoTime();
    }

    /** Whether it ends only when its caller goes. */
    boolean endless() {
        return endless;
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
