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

    /** Looks; blocks for 3 s at most. */
    Readiness.State state();
}
