package com.klinity.platform.server.connection;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** A connection, from its beginning to its polite end. */
final class DoorConnection implements ServerConnection {

    /** What a caller may go on sending while it has not seen the answer, in bytes and nanoseconds. */
    private static final long UNWANTED = 16L << 20;

    private static final long PATIENCE = 2_000_000_000L;

    /** Nanoseconds a byte: all of it fits its time, and callers who send as fast as they can cost others no processor. */
    private static final long PACE = PATIENCE / UNWANTED;

    private final Door door;
    private final Caller caller;
    private final RequestFeed requests;
    private final ServerConnection inner;

    DoorConnection(Door door, Caller caller, RequestFeed requests, ServerConnection inner) {
        this.door = door;
        this.caller = caller;
        this.requests = requests;
        this.inner = inner;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        KnownCaller.HERE.set(caller);
        try {
            inner.handle(limit);
        } finally {
            KnownCaller.HERE.remove();
            try {
                linger();
                caller.close();
            } finally {
                door.left(caller);
            }
        }
    }

    /** Whoever is cut off while sending never reads the answer (RFC 9112 §9.6), so what comes is dropped for a moment. */
    private void linger() {
        if (!requests.isUnread()) {
            return;
        }
        long now = System.nanoTime();
        long deadline = now + PATIENCE;
        try {
            long dropped = 0;
            while (dropped < UNWANTED) {
                byte[] bytes = caller.read(BoundedWait.For.FAREWELL, now, deadline);
                if (bytes == null) {
                    return;
                }
                dropped += bytes.length;
                caller.pause(BoundedWait.For.FAREWELL, now + dropped * PACE - System.nanoTime(), now, deadline);
            }
        } catch (CloseConnectionException e) {
            // it had its moment, or has gone
        }
    }

    @Override
    public Duration idleTime() {
        return inner.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        inner.close(interrupt);
    }
}
