package com.klinity.platform.spi;

/** Does one job. */
@FunctionalInterface
public interface JobRunner {

    /**
     * Runs on a virtual thread that is interrupted when the server stops or the lease is lost. A normal return removes
     * the job; anything thrown counts as a failed attempt.
     */
    void run(JobRun run) throws InterruptedException;

    /**
     * Called in place of {@link #run} when the server was lost twice while the job ran, most likely because of it: tells
     * the job's subject, in {@link JobRun#inScope}, that it will not be tried again. A job whose account has no use for
     * that goes on being tried, after longer and longer waits.
     *
     * @return true when the subject was told: the job is set aside; false, as here, when the job must be tried again
     */
    default boolean abandoned(JobRun run) {
        return false;
    }
}
