package com.klinity.platform.database;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets what takes out in bulk read a portion each in turn, in the order of asking, one of an account at a time. While
 * others wait each turn ends with a rest as long as the read took, at most 50 ms: however many they are, half of the
 * machine and nearly all connections are left to other calls. One alone neither waits nor rests. Safe for many threads.
 */
public final class Turns {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_REST = 50_000_000;

    private final Shares ofAccounts = new Shares(1, PATIENCE);
    private final Semaphore free;

    /** As many at once as half of the processors can serve, and at least one. */
    public static Turns ofThisMachine() {
        return new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
    }

    /**
     * Blocks while another one of that account has or awaits its turn.
     *
     * @throws SQLTransientConnectionException after a minute in vain, as when a pool has no connection
     */
    Shares.Held ofAccount(UUID account) throws SQLTransientConnectionException {
        return ofAccounts.hold(account);
    }

    /**
     * Blocks until it is its turn, which lasts until what is returned is closed.
     *
     * @throws SQLTransientConnectionException after a minute in vain
     */
    Shares.Held take() throws SQLTransientConnectionException {
        try {
            if (free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                long begun = System.nanoTime();
                return () -> giveBack(System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("others take out in bulk");
    }

    private void giveBack(long tookNanos) {
        if (free.hasQueuedThreads()) {
            LockSupport.parkNanos(Math.min(tookNanos, LONGEST_REST));
        }
        free.release();
    }
}
