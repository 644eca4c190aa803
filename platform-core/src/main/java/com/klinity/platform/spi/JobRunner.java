package com.klinity.platform.spi;

/** Does one job. */
@FunctionalInterface
public interface JobRunner {

    /**
     * Runs on a virtual thread that is interrupted when the server stops or the lease is lost. A normal return removes
     * the job; anything thrown counts as a failed attempt.
     */
    void run(JobRun run) throws InterruptedException;
}
