package com.klinity.audit.spi;

/** A witness did not do what it was asked. The message names no account and no secret; it goes to the log. */
public final class WitnessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** Not reached, or not able just now; the same may work later. */
        UNAVAILABLE,
        /** Not allowed to; somebody must mend the settings or the rights. */
        DENIED,
        /** Something else is kept under that number: the log has two histories. */
        CONFLICT
    }

    private final Code code;

    /** With what a deployer can act on. */
    public WitnessFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The same with its cause. */
    public WitnessFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What went wrong. */
    public Code code() {
        return code;
    }
}
