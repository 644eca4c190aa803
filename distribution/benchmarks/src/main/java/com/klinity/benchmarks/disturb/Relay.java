package com.klinity.benchmarks.disturb;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands connections on to a port of this machine, and can let those that are open die without a word, as a firewall does
 * that forgets them. Safe for many threads.
 */
public final class Relay implements AutoCloseable {

    private static final int PORTION = 1 << 16;
    private static final int WAITING = 200;

    private final ServerSocket listener;
    private final int port;
    private final AtomicInteger silenced = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Relay(ServerSocket listener, int port) {
        this.listener = listener;
        this.port = port;
    }

    /** Listens on a free port of loopback. */
    public static Relay to(int port) {
        try {
            Relay relay = new Relay(new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().name("relay").start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new BenchmarkFailure("no port to listen on", e);
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing passes through the connections that are open, in either direction; new ones work. */
    public void silence() {
        silenced.incrementAndGet();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                int born = silenced.get();
                Thread.ofVirtual().start(() -> pass(near, far, born));
                Thread.ofVirtual().start(() -> pass(far, near, born));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void pass(Socket source, Socket target, int born) {
        try (source;
                target) {
            InputStream in = source.getInputStream();
            OutputStream out = target.getOutputStream();
            byte[] portion = new byte[PORTION];
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                if (born < silenced.get()) {
                    closed.await();
                    return;
                }
                out.write(portion, 0, read);
            }
        } catch (IOException e) {
            // One of the two has gone, so the other goes too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new BenchmarkFailure("the relay cannot be closed", e);
        }
    }
}
