package com.klinity.platform.database;

/** A statement that a feature may not run, or not here. The message says why in words of the core, without a value. */
public final class OutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfReach(String why) {
        super(why);
    }
}
