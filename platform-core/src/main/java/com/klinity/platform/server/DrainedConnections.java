package com.klinity.platform.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/**
 * The same connections; one that is told to end just after it was opened is let ask its first question. Its caller has
 * been accepted and may have sent a request already, which must not be repeated where it is no GET.
 *
 * @param inner what speaks with the caller
 */
record DrainedConnections(ServerConnectionSelector inner) implements ServerConnectionSelector {

    private static final Duration FIRST_QUESTION = Duration.ofSeconds(1);

    @Override
    public int bytesToIdentifyConnection() {
        return inner.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return inner.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return inner.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Connection(inner.connection(context), System.nanoTime());
    }

    private record Connection(ServerConnection inner, long openedNanos) implements ServerConnection {

        @Override
        public void handle(Limit limit) throws InterruptedException {
            inner.handle(limit);
        }

        @Override
        public Duration idleTime() {
            return inner.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            Duration left = FIRST_QUESTION.minusNanos(System.nanoTime() - openedNanos);
            if (interrupt || !left.isPositive()) {
                inner.close(interrupt);
            } else {
                Thread.ofVirtual().name("late-close").start(() -> closeAfter(left));
            }
        }

        private void closeAfter(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inner.close(false);
        }
    }
}
