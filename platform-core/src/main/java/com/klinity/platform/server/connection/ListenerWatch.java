package com.klinity.platform.server.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices when nobody listens any more. The web server ends a listener for good when it cannot accept, such as for want
 * of file handles, and goes on as if nothing had happened. A listener that is only full or slow is alive.
 */
public final class ListenerWatch implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int REFUSALS = 2;

    private final InetSocketAddress listener;
    private final Duration every;
    private final Runnable gone;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ListenerWatch(InetSocketAddress listener, Duration every, Runnable gone) {
        this.listener = listener;
        this.every = every;
        this.gone = gone;
    }

    /**
     * Watches from now on.
     *
     * @param listener where this process listens
     * @param gone     run once, by the watching thread, when connections are refused twice in a row
     */
    public static ListenerWatch start(InetSocketAddress listener, Duration every, Runnable gone) {
        ListenerWatch watch = new ListenerWatch(listener, every, gone);
        Thread.ofPlatform().daemon().name("listener-watch").start(watch::watch);
        return watch;
    }

    private void watch() {
        try {
            int refused = 0;
            while (refused < REFUSALS) {
                if (closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                refused = isRefused() ? refused + 1 : 0;
            }
            if (closed.getCount() > 0) {
                gone.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRefused() {
        try (Socket socket = new Socket()) {
            socket.connect(listener, PATIENCE_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false; // slow, full, or this process has no handle left to ask with
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        closed.countDown();
    }
}
