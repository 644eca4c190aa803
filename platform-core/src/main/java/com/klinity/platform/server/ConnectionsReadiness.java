package com.klinity.platform.server;

import com.klinity.platform.database.DeadConnections;

/**
 * Whether requests may be waiting for connections to the database that died without a word.
 *
 * @param dead what is known of such
 */
public record ConnectionsReadiness(DeadConnections dead) implements ReadinessCheck {

    @Override
    public String name() {
        return "database-connections";
    }

    @Override
    public Readiness.State state() {
        return dead.isSilent() ? Readiness.State.DEGRADED : Readiness.State.UP;
    }
}
