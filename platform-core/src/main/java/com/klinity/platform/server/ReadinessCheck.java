package com.klinity.platform.server;

/** One thing that must be well for requests to be sent here. Safe for many threads. */
public interface ReadinessCheck {

    /** Shown when it is not well: lower case, words joined by hyphens, nothing of anybody's data. */
    String name();

    /** Looks; blocks for 3 s at most. */
    Readiness.State state();
}
