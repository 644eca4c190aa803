package com.klinity.benchmarks.disturb;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Callers who are at it at the same time. Safe for many threads. */
public final class Crowd implements AutoCloseable {

    /** A caller who is sent away takes a breath, or the crowd would be a test of how fast connections are made. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LongAdder connections = new LongAdder();
    private volatile boolean ended;

    Crowd(URI server) {
        this.server = server;
    }

    void add(Caller caller) {
        Thread.ofVirtual().name("disturbance").start(() -> again(caller));
    }

    private void again(Caller caller) {
        try {
            while (!ended) {
                once(caller);
                Thread.sleep(BREATH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Caller caller) throws InterruptedException {
        Socket socket = new Socket();
        open.add(socket);
        try (socket) {
            socket.setReceiveBufferSize(Caller.SMALL);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            connections.increment();
            if (!ended) {
                caller.use(socket);
            }
        } catch (IOException e) {
            // Sent away, which is what a server may do with it.
        } finally {
            open.remove(socket);
        }
    }

    /** How many connections they have made. */
    public long connections() {
        return connections.sum();
    }

    @Override
    public void close() {
        ended = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It has ended before.
            }
        }
    }
}
