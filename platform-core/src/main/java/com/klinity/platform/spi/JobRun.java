package com.klinity.platform.spi;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One attempt at a job. Used by the thread that runs it. */
public interface JobRun extends Discloser {

    /**
     * The account the job belongs to.
     *
     * @throws IllegalStateException when it belongs to none
     */
    UUID account();

    /** What the job is about. */
    UUID subject();

    /** What the job was given; {@code {}} when nothing. */
    JsonText payload();

    /** 1 for the first attempt. */
    int attempt();

    /** True when a failure of this attempt is final. */
    boolean lastAttempt();

    /**
     * One transaction in the job's account, with one audit entry.
     *
     * <p>Only the database is asked here: adapters refuse to be called, so a job calls them between its scopes.
     *
     * <p>Refused when the lease was lost to another server, so that two of them never write the same result.
     *
     * @param details for the audit entry; never protected health information
     * @throws LeaseLost nothing was written, the job must end
     * @throws IllegalStateException inside another one of this run, for whose end it would wait
     */
    <T> T inScope(Touch touch, Map<String, String> details, Function<Scope, T> work);

    /**
     * Reads of the job's account before something is done outside any transaction, such as calling an adapter. Leaves no
     * entry; the lease is not looked at. {@link #inScope} is for what becomes of it.
     *
     * @throws IllegalStateException when the job belongs to no account
     */
    Reads reads();

    /**
     * See {@link Discloser#disclose}. A run whose first transaction needs {@link Scope#audit} for something else too may
     * as well append {@link Disclosure#touch()} and {@link Disclosure#details()} there, and call the adapter after it.
     *
     * @throws LeaseLost hand nothing over, the job must end
     */
    @Override
    default void disclose(Disclosure disclosure) {
        inScope(disclosure.touch(), disclosure.details(), scope -> disclosure);
    }

    /** The lease was lost. */
    final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Of that job. */
        public LeaseLost(UUID job) {
            super("lease lost: job " + job);
        }
    }
}
