package com.klinity.platform.jobs;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JobRun.LeaseLost;
import com.klinity.platform.spi.JobType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes down how a run ended. While the database does not answer it tries again, and the lease is renewed meanwhile: what
 * is done must not be done again for that, nor look as if its server had died.
 *
 * @param stopped  the server is about to end and waits for nobody any more
 */
record Ending(JobType type, JobStore store, CountDownLatch stopped) {

    private static final Duration LONGEST_BACKOFF = Duration.ofHours(6);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(Ending.class.getName());

    void write(Attempt attempt, LeasedRun run, Attempt.End end) {
        LeasedJob job = attempt.job();
        switch (end) {
            case Attempt.Done done -> surely(attempt, () -> store.complete(job));
            case Attempt.Abandoned abandoned -> setAside(attempt);
            case Attempt.Failed failed -> failed(attempt, run, failed.cause());
        }
    }

    private void setAside(Attempt attempt) {
        LeasedJob job = attempt.job();
        LOG.log(
                Level.ERROR,
                "job {0} of {1} is set aside: {2} times its server was lost while it ran",
                job.id(),
                type.topic(),
                job.deaths());
        surely(attempt, () -> store.release(job, Duration.ZERO, true));
    }

    private void failed(Attempt attempt, LeasedRun run, Throwable cause) {
        LeasedJob job = attempt.job();
        if (attempt.isLost()) {
            LOG.log(Level.DEBUG, "job {0} of {1} ended without its lease", job.id(), type.topic());
        } else if (cause instanceof LeaseLost) {
            LOG.log(Level.WARNING, "job {0} of {1} was taken over or taken back", job.id(), type.topic());
            surely(attempt, () -> leave(attempt));
        } else if (attempt.isStopped()) {
            surely(attempt, () -> store.giveBack(job));
        } else if (run.isSuspended()) {
            LOG.log(Level.INFO, "job {0} of {1} waits: its account is suspended", job.id(), type.topic());
            surely(attempt, () -> store.park(job));
        } else {
            release(attempt, cause);
        }
    }

    /** Late but not taken over yet, it goes back; else it was no death. */
    private void leave(Attempt attempt) {
        store.giveBack(attempt.job());
        attempt.acquit(store::acquit);
    }

    private void release(Attempt attempt, Throwable cause) {
        LeasedJob job = attempt.job();
        boolean last = job.attempt() >= type.attempts();
        LOG.log(
                last ? Level.ERROR : Level.WARNING,
                "job {0} of {1}, attempt {2}: {3}{4}",
                job.id(),
                type.topic(),
                job.attempt(),
                cause.getClass().getName(),
                last ? "; given up" : "");
        surely(attempt, () -> store.release(job, backoff(job.attempt()), last));
    }

    private Duration backoff(int attempt) {
        Duration wait = type.backoff().multipliedBy(1L << Math.clamp(attempt - 1L, 0, 16));
        return wait.compareTo(LONGEST_BACKOFF) < 0 ? wait : LONGEST_BACKOFF;
    }

    private void surely(Attempt attempt, Runnable change) {
        try {
            while (!tried(attempt.job(), change)) {
                if (attempt.isLost() || stopped.await(TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tried(LeasedJob job, Runnable change) {
        try {
            change.run();
            return true;
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "the end of job {0} waits for the database: {1}", job.id(), e.getMessage());
            return false;
        }
    }
}
