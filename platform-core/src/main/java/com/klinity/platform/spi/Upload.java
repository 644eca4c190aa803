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

    /**
     * Refuses calls that make no sense, before the body is read. Has a scope of its own, whose changes are durable before
     * the first byte is taken: so what {@link #receive} leaves behind when the process dies can be found again.
     */
    void admit(Call call);

    /**
     * Stores the body where it can still be discarded. No scope.
     *
     * @throws IOException when the caller stopped sending; the store must be left without a trace
     */
    T receive(Call call, InputStream body) throws IOException;

    /**
     * The body is still arriving. Called in a scope of its own, every ten seconds or less often; a refusal ends the call.
     */
    default void progress(Call call) {}

    /**
     * Whether {@link #progress} is to be called at the next bytes, before they are taken in and without waiting for its
     * turn. Asked at every read: must not block.
     */
    default boolean urgent(Call call) {
        return false;
    }

    /** Records what was received, in the transaction of the call and its audit entry. */
    Reply record(Call call, T received);

    /** Removes what was received because it could not be recorded. Must not throw. */
    void discard(T received);

    /**
     * Takes back what {@link #admit} wrote, in a scope of its own, once an admitted call has ended without a record and
     * its body was discarded. What it refuses is what the caller is told. Not called when the process dies, nor when
     * nobody can say whether the call was recorded: what was admitted must come to its end without it too.
     */
    default void abandon(Call call) {}

    /** Lets go of what is held in memory for the call, however it ended. The last that is called for it; no scope. */
    default void release(Call call) {}
}
