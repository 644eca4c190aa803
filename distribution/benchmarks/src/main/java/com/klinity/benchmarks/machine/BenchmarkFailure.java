package com.klinity.benchmarks.machine;

/** A benchmark that cannot go on or whose figures would mean nothing, told in one sentence. */
public final class BenchmarkFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public BenchmarkFailure(String message) {
        super(message);
    }

    /** With that sentence and what caused it. */
    public BenchmarkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
