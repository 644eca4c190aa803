package com.klinity.platform.spi;

import java.util.List;

/** The server cannot start. Each fault is one line that says what is wrong, where, and what to do. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** One or more faults. */
    public StartFailure(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One fault. */
    public StartFailure(String fault) {
        this(List.of(fault));
    }

    /** One fault and what caused it. */
    public StartFailure(String fault, Throwable cause) {
        this(fault);
        initCause(cause);
    }

    /** One line each. */
    public List<String> faults() {
        return faults;
    }
}
