package com.klinity.platform.server;

import com.klinity.platform.server.connection.ListenerWatch;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Ends a process whose listener has died: whoever supervises it starts another, and nobody takes it for alive. */
final class DeadListener {

    /** What such a process exits with. */
    static final int EXIT_CODE = 5;

    private static final System.Logger LOG = System.getLogger(DeadListener.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private DeadListener() {}

    static ListenerWatch watch(String host, int port) {
        return ListenerWatch.start(new InetSocketAddress(host, port), EVERY, () -> end(port));
    }

    private static void end(int port) {
        LOG.log(
                Level.ERROR,
                "nothing listens on port {0} any more; the process ends with {1}. Look for want of file handles.",
                Integer.toString(port),
                EXIT_CODE);
        Thread.ofPlatform().daemon().start(DeadListener::haltLater);
        Runtime.getRuntime().exit(EXIT_CODE);
    }

    /** A stop that hangs must not keep a dead server. */
    private static void haltLater() {
        try {
            Thread.sleep(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
