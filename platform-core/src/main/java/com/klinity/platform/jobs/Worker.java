package com.klinity.platform.jobs;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JobRun.LeaseLost;
import com.klinity.platform.spi.JobType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** One thread's loop: takes a job, runs it, ends it. */
final class Worker implements Runnable {

    /** A dead server's jobs are taken over after this long. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration LONGEST_BACKOFF = Duration.ofHours(6);
    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    private final JobType type;
    private final JobStore store;
    private final Accounts accounts;
    private final LeaseKeeper keeper;
    private final Bell bell;

    Worker(JobType type, JobStore store, Accounts accounts, LeaseKeeper keeper, Bell bell) {
        this.type = type;
        this.store = store;
        this.accounts = accounts;
        this.keeper = keeper;
        this.bell = bell;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Optional<LeasedJob> job = store.lease(type.topic(), LEASE);
                if (job.isPresent()) {
                    attempt(job.get());
                } else {
                    bell.await();
                }
            } catch (DatabaseFailure e) {
                LOG.log(Level.WARNING, "jobs of {0} wait for the database: {1}", type.topic(), e.getMessage());
                bell.await();
            }
        }
    }

    private void attempt(LeasedJob job) {
        keeper.hold(job, Thread.currentThread());
        try {
            type.runner().run(new LeasedRun(job, type.attempts(), accounts));
            store.complete(job);
        } catch (InterruptedException e) {
            stopped(job);
        } catch (LeaseLost e) {
            LOG.log(Level.WARNING, "job {0} of {1} was taken over by another server", job.id(), type.topic());
        } catch (RuntimeException | Error e) { // a job must not end the worker, whatever it throws
            failed(job, e);
        } finally {
            keeper.release(job);
        }
    }

    /** Either the server stops, and the job goes back to the queue, or the lease was lost and nothing is ours. */
    private void stopped(LeasedJob job) {
        store.giveBack(job);
        if (keeper.closed()) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(LeasedJob job, Throwable e) {
        // The driver refuses to work for an interrupted thread.
        boolean interrupted = Thread.interrupted();
        boolean last = job.attempt() >= type.attempts();
        LOG.log(
                last ? Level.ERROR : Level.WARNING,
                "job {0} of {1}, attempt {2}: {3}{4}",
                job.id(),
                type.topic(),
                job.attempt(),
                e.getClass().getName(),
                last ? "; given up" : "");
        store.release(job, backoff(job.attempt()), last);
        if (interrupted && keeper.closed()) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration backoff(int attempt) {
        Duration wait = type.backoff().multipliedBy(1L << Math.min(attempt - 1, 16));
        return wait.compareTo(LONGEST_BACKOFF) < 0 ? wait : LONGEST_BACKOFF;
    }
}
