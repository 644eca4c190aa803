package com.klinity.platform.server;

import java.util.Comparator;
import java.util.List;

/**
 * Whether requests should be sent here.
 *
 * @param checks what must be well for that
 */
public record Readiness(List<ReadinessCheck> checks) {

    /** Copies the list. */
    public Readiness {
        checks = List.copyOf(checks);
    }

    /** What is told, the better first. */
    public enum State {
        /** Requests are answered. */
        UP,
        /** Some requests are refused. */
        DEGRADED,
        /** No request should come here. */
        DOWN
    }

    /**
     * What was found.
     *
     * @param state   the worst of all checks
     * @param because names of the checks that are not well
     */
    record Finding(State state, List<String> because) {}

    /** Looks; blocks as long as its checks do. */
    Finding look() {
        List<Looked> unwell = checks.stream()
                .map(check -> new Looked(check.name(), check.state()))
                .filter(looked -> looked.state() != State.UP)
                .toList();
        State worst = unwell.stream()
                .map(Looked::state)
                .max(Comparator.naturalOrder())
                .orElse(State.UP);
        return new Finding(worst, unwell.stream().map(Looked::name).toList());
    }

    private record Looked(String name, State state) {}
}
