package com.klinity.platform.jobs;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renews the leases of running jobs; interrupts one whose lease is gone. */
final class LeaseKeeper implements Runnable {

    private static final Duration EVERY = Worker.LEASE.dividedBy(3);

    private final JobStore store;
    private final Map<LeasedJob, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LeaseKeeper(JobStore store) {
        this.store = store;
    }

    void hold(LeasedJob job, Thread thread) {
        running.put(job, thread);
    }

    void release(LeasedJob job) {
        running.remove(job);
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                Thread.sleep(EVERY);
                running.forEach(this::renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(LeasedJob job, Thread thread) {
        try {
            if (!store.renew(job, Worker.LEASE)) {
                thread.interrupt();
            }
        } catch (DatabaseFailure e) {
            // Renewed at the next turn, or lost: then the job's own writes are refused.
            System.getLogger(LeaseKeeper.class.getName())
                    .log(System.Logger.Level.WARNING, "lease of job {0} not renewed: {1}", job.id(), e.getMessage());
        }
    }
}
