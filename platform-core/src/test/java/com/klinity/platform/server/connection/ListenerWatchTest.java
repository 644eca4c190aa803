package com.klinity.platform.server.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final CountDownLatch gone = new CountDownLatch(1);

    @Test
    void tells_when_nobody_listens_any_more() throws Exception {
        ServerSocket listener = listener();
        try (ListenerWatch _ = ListenerWatch.start(address(listener), OFTEN, gone::countDown)) {
            listener.close();
            assertTrue(gone.await(20, TimeUnit.SECONDS), "not noticed");
        }
    }

    @Test
    void says_nothing_of_a_listener_that_is_there() throws Exception {
        try (ServerSocket listener = listener();
                ListenerWatch _ = ListenerWatch.start(address(listener), OFTEN, gone::countDown)) {
            for (int i = 0; i < 5; i++) {
                listener.accept().close();
            }
            assertFalse(gone.await(0, TimeUnit.SECONDS), "told of a listener that is there");
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static InetSocketAddress address(ServerSocket listener) {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }
}
