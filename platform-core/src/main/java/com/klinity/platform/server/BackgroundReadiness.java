package com.klinity.platform.server;

import com.klinity.platform.background.Background;

/**
 * Whether the threads move that nobody waits for.
 *
 * @param background all of them
 */
public record BackgroundReadiness(Background background) implements ReadinessCheck {

    /** With the names of those that do not. */
    @Override
    public String name() {
        return String.join("-", "background", String.join("-", background.stuck()));
    }

    @Override
    public Readiness.State state() {
        return background.stuck().isEmpty() ? Readiness.State.UP : Readiness.State.DEGRADED;
    }
}
