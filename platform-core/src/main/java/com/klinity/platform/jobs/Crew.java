package com.klinity.platform.jobs;

import com.klinity.platform.background.Sign;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.JobLine;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JobType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes the jobs of one topic, as many at once as the topic allows, and has each of them run on its own thread. */
final class Crew {

    private final JobType type;
    private final JobStore store;
    private final JobLine line;
    private final Accounts accounts;
    private final LeaseKeeper keeper;
    private final Bell bell;
    private final Duration lease;
    private final Slots slots;
    private final Ending ending;
    private final AtomicInteger suspects = new AtomicInteger();
    private volatile long movedAt = System.nanoTime();
    private volatile boolean closed;

    Crew(JobType type, Accounts accounts, Queue queue, LeaseKeeper keeper, CountDownLatch stopped) {
        this.type = type;
        this.store = queue.store();
        this.line = queue.line();
        this.accounts = accounts;
        this.keeper = keeper;
        this.bell = queue.bell();
        this.lease = queue.times().lease();
        this.slots = new Slots(type.concurrency());
        this.ending = new Ending(type, store, stopped);
    }

    String topic() {
        return type.topic();
    }

    Slots slots() {
        return slots;
    }

    /** How long ago a job was taken or ended here. */
    Duration sinceItMoved() {
        return Duration.ofNanos(System.nanoTime() - movedAt);
    }

    /** Whether every place has a run that may take its time. */
    boolean isBusy(long stuck) {
        return slots.free() <= 0 && slots.running() > stuck;
    }

    /**
     * Whether a run goes on that may be what its servers died of. Others of its kind wait until it has ended, whatever
     * room there is.
     */
    boolean triesSuspect(long stuck) {
        return suspects.get() > stuck;
    }

    /** Takes no more jobs. */
    void close() {
        closed = true;
    }

    /** One turn of its loop: takes what there is; waits when that is nothing. The last one comes after {@link #close}. */
    boolean turn(Sign sign) throws InterruptedException {
        sign.works();
        if (!took() && !closed) {
            sign.rests();
            if (bell.await(topic()) && slots.free() > 0) {
                sign.works();
                look();
            }
        }
        return !closed;
    }

    /** Most of the time the job that the bell rang for is in line already. */
    private void look() {
        if (!took() && !line.lineUp().isEmpty()) {
            bell.ring(topic());
        }
    }

    private boolean took() {
        int free = slots.free();
        if (free <= 0 || closed) {
            return false;
        }
        JobStore.Taken taken = store.take(topic(), lease, free, suspects.get() == 0);
        taken.jobs().forEach(this::begin);
        return !taken.jobs().isEmpty() || taken.parked() > 0;
    }

    private void begin(LeasedJob job) {
        movedAt = System.nanoTime();
        slots.take();
        if (job.deaths() > 0) {
            suspects.incrementAndGet();
        }
        LeasedRun run = new LeasedRun(job, type.attempts(), accounts);
        Attempt attempt = new Attempt(topic(), job, run, type.runner(), (ended, end) -> ended(ended, run, end));
        keeper.hold(attempt, this);
        try {
            attempt.start();
        } catch (Error e) { // no memory for a thread, perhaps
            ended(attempt, run, new Attempt.Failed(e));
        }
    }

    private void ended(Attempt attempt, LeasedRun run, Attempt.End end) {
        try {
            ending.write(attempt, run, end);
        } finally {
            keeper.release(attempt);
            movedAt = System.nanoTime();
            if (attempt.job().deaths() > 0) {
                suspects.decrementAndGet();
            }
            slots.free(attempt.isGoneAround());
            bell.ring(topic());
        }
    }
}
