package com.klinity.platform.server;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same and one more. */
    Readiness with(ReadinessCheck check) {
        return new Readiness(Stream.concat(checks.stream(), Stream.of(check)).toList());
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
     * @param admits  whether requests should be sent here all the same
     */
    record Finding(State state, List<String> because, boolean admits) {}

    /** Looks; blocks as long as its checks do. */
    Finding look() {
        List<Looked> unwell = checks.stream()
                .map(check -> new Looked(check, check.state()))
                .filter(looked -> looked.state() != State.UP)
                .toList();
        State worst = unwell.stream()
                .map(Looked::state)
                .max(Comparator.naturalOrder())
                .orElse(State.UP);
        boolean admits = worst != State.DOWN
                && unwell.stream().allMatch(looked -> looked.check().hitsEveryServer());
        return new Finding(
                worst, unwell.stream().map(looked -> looked.check().name()).toList(), admits);
    }

    private record Looked(ReadinessCheck check, State state) {}
}
