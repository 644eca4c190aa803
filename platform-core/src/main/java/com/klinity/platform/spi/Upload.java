package com.klinity.platform.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes in a body that is too large for memory: a {@link Staged} answer whose work is to read it. Its time is bounded by
 * how slowly a body may come.
 *
 * @param <T> what was received, such as a key in a store
 */
public interface Upload<T> {

    /** Refuses calls that make no sense, before the body is read. Has a scope of its own; what it writes is taken back. */
    void admit(Call call);

    /**
     * Stores the body where it can still be discarded. No scope.
     *
     * @throws IOException when the caller stopped sending; the store must be left without a trace
     */
    T receive(Call call, InputStream body) throws IOException;

    /** Records what was received, in the transaction of the call and its audit entry. */
    Reply record(Call call, T received);

    /** Removes what was received because it could not be recorded. Must not throw. */
    void discard(T received);
}
