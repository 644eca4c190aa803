package com.klinity.platform.database;

/** A statement that a feature may not run. The message names what is wrong with its text, never a value. */
public final class OutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfReach(String why) {
        super(why);
    }
}
