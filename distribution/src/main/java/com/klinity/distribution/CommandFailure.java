package com.klinity.distribution;

/** A command that cannot go on, told in one sentence that says what to do. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public CommandFailure(String message) {
        super(message);
    }

    /** With that sentence and what caused it. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
