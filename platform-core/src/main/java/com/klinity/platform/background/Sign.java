package com.klinity.platform.background;

import java.time.Duration;

/** A thread's signs of life: written by that thread, read by any. */
public final class Sign {

    private static final long RESTING = Long.MIN_VALUE;

    private final String name;
    private final Duration patience;
    private volatile long since = RESTING;

    Sign(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** What the thread is called. */
    public String name() {
        return name;
    }

    /** Said at the beginning of each piece of work. */
    public void works() {
        since = System.nanoTime();
    }

    /** Said before waiting for work, for however long that takes, and at the end. */
    public void rests() {
        since = RESTING;
    }

    boolean isStuck() {
        long began = since;
        return began != RESTING && System.nanoTime() - began > patience.toNanos();
    }
}
