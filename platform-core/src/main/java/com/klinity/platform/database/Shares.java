package com.klinity.platform.database;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leaves connections for others: no account has more than its share of a pool at once, however many of its calls ask, and
 * however slow their statements are. Safe for many threads.
 */
public final class Shares {

    /** As long as a request waits for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final int most;
    private final Duration patience;
    private final Map<UUID, Share> shares = new ConcurrentHashMap<>();

    /** Its connections, and how many calls have or want one. */
    private record Share(Semaphore free, int calls) {}

    /**
     * Of a pool.
     *
     * @param most     an account has at once
     * @param patience how long a call waits for another one of its account to end
     */
    public Shares(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /**
     * Takes one connection's worth. Blocks while the account has all that it may have.
     *
     * @return false when that did not end in time; then nothing was taken
     */
    boolean take(UUID account) throws InterruptedException {
        Share share = shares.compute(account, (id, known) -> joined(known));
        if (share.free().tryAcquire()) {
            return true;
        }
        boolean taken = false;
        try {
            taken = share.free().tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                leave(account);
            }
        }
    }

    /** Three quarters of a pool, so that there is always something for others. */
    public static Shares of(int poolSize) {
        return new Shares(Math.max(1, poolSize * 3 / 4), PATIENCE);
    }

    /** One connection's worth, given back when closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes one connection's worth. Blocks while the account has all that it may have.
     *
     * @throws SQLTransientConnectionException when that did not end in time, as when a pool has no connection
     */
    Held hold(UUID account) throws SQLTransientConnectionException {
        try {
            if (take(account)) {
                return () -> giveBack(account);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("the account has as many connections as it may have");
    }

    /** Gives it back. */
    void giveBack(UUID account) {
        Share share = shares.get(account);
        if (share == null) {
            throw new IllegalStateException("nothing was taken");
        }
        share.free().release();
        leave(account);
    }

    private Share joined(@Nullable Share known) {
        return known == null ? new Share(new Semaphore(most, true), 1) : new Share(known.free(), known.calls() + 1);
    }

    private void leave(UUID account) {
        shares.computeIfPresent(
                account, (id, share) -> share.calls() == 1 ? null : new Share(share.free(), share.calls() - 1));
    }

    /** How many accounts have or want something now. */
    int accounts() {
        return shares.size();
    }
}
