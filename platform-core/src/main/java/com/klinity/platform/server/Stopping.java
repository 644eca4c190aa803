package com.klinity.platform.server;

import io.helidon.webserver.http.Handler;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * How a server leaves: it says so, serves on while load balancers notice, then ends the event streams, which connect
 * elsewhere again.
 *
 * @param draining what says so
 * @param streams  the answers that have no end of their own
 * @param delay    how long the others get to notice
 */
record Stopping(Draining draining, OpenStreams streams, Duration delay) {

    private static final System.Logger LOG = System.getLogger(Stopping.class.getName());

    Handler announcedBy(Handler handler) {
        return draining.announcedBy(handler);
    }

    void announce() {
        draining.begin();
    }

    /** Blocks for the delay; an interrupt cuts it short. */
    void takeLeave() {
        announce();
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(Level.WARNING, "the stop does not wait for load balancers: it was interrupted");
        }
        streams.finishEvents();
    }
}
