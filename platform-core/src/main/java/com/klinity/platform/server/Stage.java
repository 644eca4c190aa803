package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import java.util.function.Supplier;

/** A part of a call's way that is bounded in time. */
enum Stage {
    BODY("its body is read", Refusal::timedOut),
    ADMIT("its first stage", Refusal::unavailable),
    WORK("its work", Refusal::unavailable),
    HANDLE("its handler", Refusal::uncertain),
    RECORD("its last stage", Refusal::uncertain),
    RENDER("its answer is made", Refusal::uncertain);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // it makes a new one each time
    private final Supplier<Refusal> overdue;

    Stage(String words, Supplier<Refusal> overdue) {
        this.words = words;
        this.overdue = overdue;
    }

    /** What the caller hears whose time is up. */
    Refusal overdue() {
        return overdue.get();
    }

    @Override
    public String toString() {
        return words;
    }
}
