package com.klinity.platform.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Whether requests should be sent here. Safe for many threads. */
public final class Readiness {

    /** Who asks is answered within this time, whatever holds the checks. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<BoundedCheck> checks;

    /**
     * Composes it.
     *
     * @param checks what must be well
     */
    public Readiness(List<ReadinessCheck> checks) {
        this.checks = checks.stream().map(BoundedCheck::new).toList();
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

    /** What one check says, with its name. */
    record Answer(State state, String name) {}

    /** Looks at all at the same time; blocks for 3 s at most. */
    Finding look() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<FutureTask<Answer>> asked = checks.stream().map(BoundedCheck::ask).toList();
        List<Answer> unwell = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Answer one = checks.get(i).answer(asked.get(i), until);
            if (one.state() != State.UP) {
                unwell.add(one);
            }
        }
        State worst = unwell.stream()
                .map(Answer::state)
                .max(Comparator.naturalOrder())
                .orElse(State.UP);
        return new Finding(worst, unwell.stream().map(Answer::name).toList());
    }
}
