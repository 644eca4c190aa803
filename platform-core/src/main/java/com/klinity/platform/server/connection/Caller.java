package com.klinity.platform.server.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The two directions of one connection, neither of which blocks for longer than it is told. */
final class Caller {

    /** What is written in one piece, and so what a caller must take in one {@link DoorLimits#reader} time. */
    private static final int PIECE = 65_536;

    private static final long MOMENT = 1_000_000_000L;

    private final HelidonSocket socket;
    private final DataWriter writer;
    private final DoorLimits limits;
    private final BoundedWait reading = new BoundedWait();
    private final BoundedWait writing = new BoundedWait();
    private volatile boolean known;
    private volatile long asked;

    Caller(HelidonSocket socket, DataWriter writer, DoorLimits limits) {
        this.socket = socket;
        this.writer = writer;
        this.limits = limits;
    }

    DoorLimits limits() {
        return limits;
    }

    /** Notes that a request has begun, of which nobody knows yet whom it is from. */
    void asks(long now) {
        known = false;
        asked = now;
    }

    /** Since when its request is answered, in {@link System#nanoTime}. */
    long askedSince() {
        return asked;
    }

    /** Notes that an account stands behind the request. */
    void isFromAccount() {
        known = true;
    }

    boolean isKnown() {
        return known;
    }

    BoundedWait reading() {
        return reading;
    }

    /**
     * Waits for bytes.
     *
     * @return null when the caller sends no more
     * @throws CloseConnectionException when none came in time, or the connection broke
     */
    byte @Nullable [] read(BoundedWait.For what, long now, long deadline) {
        if (!reading.begin(what, now, deadline)) {
            throw new CloseConnectionException("another thread still reads");
        }
        byte[] bytes = null;
        UncheckedIOException broken = null;
        try {
            bytes = socket.get();
        } catch (UncheckedIOException e) {
            broken = e;
        }
        boolean over = reading.end();
        if (over && bytes == null) { // what came at the last moment is still taken
            throw new CloseConnectionException("the caller was waited for too long");
        }
        if (broken != null) {
            throw new ServerConnectionException("the connection broke", broken);
        }
        return bytes;
    }

    /**
     * Reads nothing for so long, as one that is waited for and may be sent away.
     *
     * @throws CloseConnectionException when it was, or the server stops
     */
    void pause(BoundedWait.For what, long nanos, long now, long deadline) {
        if (!reading.begin(what, now, deadline)) {
            throw new CloseConnectionException("another thread still reads");
        }
        LockSupport.parkNanos(nanos);
        if (reading.end() || Thread.currentThread().isInterrupted()) {
            throw new CloseConnectionException("the caller has had its moment");
        }
    }

    /** Sends all of it. */
    void write(BufferData data) {
        if (data.available() <= PIECE) {
            piece(data);
            return;
        }
        byte[] part = new byte[PIECE];
        while (!data.consumed()) {
            piece(BufferData.create(part, 0, data.read(part)));
        }
    }

    private void piece(BufferData data) {
        long now = System.nanoTime();
        if (!writing.begin(BoundedWait.For.READER, now, now + limits.reader().toNanos())) {
            throw new CloseConnectionException("another thread still writes");
        }
        boolean over;
        try {
            writer.writeNow(data);
        } finally {
            over = writing.end();
        }
        if (over) {
            throw new ServerConnectionException(
                    "the caller does not read", new UncheckedIOException(new IOException("too slow")));
        }
    }

    /** Whether it has been waited for that long by now. */
    boolean isSilentFor(long now, long nanos) {
        return reading.moment().filter(wait -> now - wait.since() > nanos).isPresent();
    }

    /** Ends what has lasted too long. Called by another thread. */
    void endIfDue(long now) {
        reading.endIfDue(now);
        writing.endIfDue(now);
    }

    /** Closes the socket; over TLS that sends a last word, for which a caller that does not read is not waited for. */
    void close() {
        long now = System.nanoTime();
        boolean bounded = writing.begin(BoundedWait.For.FAREWELL, now, now + MOMENT);
        try {
            socket.close();
        } catch (UncheckedIOException e) {
            // it is closed or broken already
        } finally {
            if (bounded) {
                writing.end();
            }
        }
    }
}
