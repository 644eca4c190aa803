package com.klinity.platform.spi;

/**
 * Answers a call that needs a vendor, or time. Between begin and commit there is only SQL, so such a call goes in three
 * stages, each bounded in time:
 *
 * <ol>
 *   <li>{@link #admit} looks, in a scope of its own, and refuses what makes no sense;
 *   <li>{@link #work} does what takes long, without a scope and outside any transaction;
 *   <li>{@link #record} writes, in a scope again, with the audit entry of the call.
 * </ol>
 *
 * <p>Others go on between the stages: what {@link #record} relies on it must look at again. A repeat of a finished
 * {@code POST} by its {@code Idempotency-Key} is answered without any of this, and one that comes while the first is at work
 * is refused with 409.
 *
 * @param <A> what was admitted
 * @param <W> what the work made, with whatever of the admitted is still needed
 */
public interface Staged<A, W> {

    /** Looks. Has a scope; what is written to it is taken back. */
    A admit(Call call);

    /**
     * Works. {@link Call#account()} and {@link Call#disclose} are there, {@link Call#scope()} is not. Adapters are called
     * here and nowhere else. Runs on a virtual thread that is interrupted when its time is up.
     *
     * @throws Refusal when the call cannot be answered as asked
     */
    W work(Call call, A admitted);

    /** Writes. Has a scope; commits together with the audit entry of the call. */
    Reply record(Call call, W worked);

    /** Removes what the work left outside the database, because it could not be recorded. Must not throw. */
    default void discard(W worked) {}
}
