package com.klinity.platform.spi;

/** Reads of one account, each in a transaction of its own that cannot write. */
@FunctionalInterface
public interface Reads {

    /**
     * Runs one read. Blocks for a connection; in an answer that is no stream of events also for its turn among others
     * that take out in bulk.
     *
     * @throws Refusal when the account was suspended, deleted or signed out since the call began; 503 after a minute
     *     without a turn
     * @throws E what the work throws
     */
    <T, E extends Exception> T in(Work<T, E> work) throws E;

    /** One read. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {

        /** Reads; the scope must not be kept. */
        T read(Scope scope) throws E;
    }
}
