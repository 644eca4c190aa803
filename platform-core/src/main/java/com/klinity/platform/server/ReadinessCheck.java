package com.klinity.platform.server;

/** One thing that must be well for requests to be sent here. Safe for many threads. */
public interface ReadinessCheck {

    /** Shown when it is not well: lower case, words joined by hyphens, nothing of anybody's data. */
    String name();

    /**
     * Whether what makes it degraded makes every other server so. Then nothing is won by sending requests elsewhere, and
     * much is lost when all are taken out at once.
     */
    default boolean hitsEveryServer() {
        return false;
    }

    /** Looks; who blocks for longer than 3 s is not waited for. */
    Readiness.State state();

    /** What is told of it when it does not say in time. */
    default Readiness.State unanswered() {
        return Readiness.State.DOWN;
    }
}
