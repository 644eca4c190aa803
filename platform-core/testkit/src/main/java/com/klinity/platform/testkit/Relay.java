package com.klinity.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands TCP connections on to a port of this machine, and lets those that are open die without a word, as when a firewall
 * forgets them. Safe for many threads.
 */
public final class Relay implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ServerSocket listener;
    private final int target;
    private final List<Pair> open = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Two ends, between which nothing passes any more once they are silenced. */
    private record Pair(Socket near, Socket far, AtomicBoolean silenced) {}

    /** One to that port. */
    public static Relay to(int port) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), port);
            Thread.ofPlatform().daemon().name("relay").start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing passes through the connections that are open, in either direction; new ones work. */
    public void silence() {
        open.forEach(pair -> pair.silenced().set(true));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                Pair pair = new Pair(near, new Socket(InetAddress.getLoopbackAddress(), target), new AtomicBoolean());
                pair.near().setTcpNoDelay(true);
                pair.far().setTcpNoDelay(true);
                open.add(pair);
                begin(() -> pass(pair, pair.near(), pair.far()));
                begin(() -> pass(pair, pair.far(), pair.near()));
            } catch (IOException e) {
                end(listener);
            }
        }
    }

    private static void begin(Runnable passing) {
        Thread.ofPlatform().daemon().name("relayed").start(passing);
    }

    private void pass(Pair pair, Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                holdWhileSilent(pair);
                out.write(buffer, 0, read);
            }
            holdWhileSilent(pair);
        } catch (IOException e) {
            System.getLogger(Relay.class.getName()).log(System.Logger.Level.DEBUG, "a connection ended: {0}", e);
        }
    }

    private void holdWhileSilent(Pair pair) {
        while (pair.silenced().get() && !listener.isClosed()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Ends every connection. */
    @Override
    public void close() {
        end(listener);
        open.forEach(pair -> {
            end(pair.near());
            end(pair.far());
        });
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) { // it is closed, whatever it says
            System.getLogger(Relay.class.getName()).log(System.Logger.Level.DEBUG, "closing: {0}", e);
        }
    }
}
