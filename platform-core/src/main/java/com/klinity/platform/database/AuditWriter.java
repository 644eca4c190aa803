package com.klinity.platform.database;

import com.klinity.platform.background.Background;
import com.klinity.platform.background.Loop;
import com.klinity.platform.background.Sign;
import com.klinity.platform.spi.Refusal;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Appends entries: those of writes in their transaction; those of reads and refusals in one of its own, in which entries
 * that wait at the same time share one statement and one commit, and nobody waits for a fuller batch. Each of these
 * returns once it is durable. Safe for many threads.
 */
public final class AuditWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AuditWriter.class.getName());
    private static final int MOST_AT_ONCE = 256;
    private static final long PATIENCE_SECONDS = 10;

    private final KeyedPool database;
    private final KeyedPool batches;
    private final AuditHealth health;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Loop loop;
    private volatile boolean closed;

    /** Goes into the queue behind the last entry. */
    private static final Waiting STOP = new Waiting(Optional.empty(), new CompletableFuture<>());

    /** What the caller of {@link #append} waits for: whether its entry is in the log now. */
    private record Waiting(Optional<AuditEntry> what, CompletableFuture<Boolean> appended) {

        AuditEntry entry() {
            return what.orElseThrow();
        }
    }

    /** One that has no connections of its own for its batches. */
    public AuditWriter(KeyedPool database, AuditHealth health, String name) {
        this(database, database, health, new Background().of(name, Background.PATIENCE));
    }

    /**
     * Starts its thread.
     *
     * @param database for entries that wait for their account
     * @param batches  for those that are appended together, for which everybody waits; so it should have little patience
     * @param sign     of the thread's life
     */
    public AuditWriter(KeyedPool database, KeyedPool batches, AuditHealth health, Sign sign) {
        this.database = database;
        this.batches = batches;
        this.health = health;
        this.loop = Loop.start(Thread.ofPlatform().daemon(), sign, Duration.ofSeconds(PATIENCE_SECONDS), this::batch);
    }

    /**
     * Appends entries with what the connection's transaction did.
     *
     * @throws DatabaseFailure when they do not get in
     */
    void append(Connection connection, List<AuditEntry> entries) {
        inTransaction(entries, () -> AuditTrail.append(connection, database.key(), entries));
    }

    /** The same, and ends the transaction. */
    void appendAndCommit(Connection connection, List<AuditEntry> entries) {
        inTransaction(entries, () -> AuditTrail.appendAndCommit(connection, database.key(), entries));
    }

    private void inTransaction(List<AuditEntry> entries, Appending appending) {
        try {
            appending.run();
            health.written();
        } catch (SQLException e) {
            missed(entries, e);
            throw DatabaseFailure.ofAudit(e);
        }
    }

    private interface Appending {
        void run() throws SQLException;
    }

    /**
     * Appends an entry and returns when it is durable.
     *
     * @throws Refusal 503 when that is not certain
     */
    void append(AuditEntry entry) {
        if (closed) {
            throw Refusal.unavailable();
        }
        Waiting waiting = new Waiting(Optional.of(entry), new CompletableFuture<>());
        queue.add(waiting);
        if (!outcome(waiting)) {
            appendAlone(entry);
        }
    }

    private static boolean outcome(Waiting waiting) {
        try {
            return waiting.appended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Refusal.unavailable();
        } catch (TimeoutException e) {
            waiting.appended().completeExceptionally(e);
            throw Refusal.unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable();
        }
    }

    /** What waits now, or the next one that comes; false when it was the last. */
    private boolean batch(Sign sign) throws InterruptedException {
        sign.rests();
        List<Waiting> batch = new ArrayList<>();
        batch.add(queue.take());
        sign.works();
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        boolean stop = batch.remove(STOP);
        batch.removeIf(waiting -> waiting.appended().isDone()); // given up: its caller was refused
        if (!batch.isEmpty()) {
            appendTogether(List.copyOf(batch));
        }
        return !stop;
    }

    private void appendTogether(List<Waiting> batch) {
        try (Connection connection = batches.pool().getConnection()) {
            connection.setAutoCommit(true);
            List<Boolean> appended = AuditTrail.tryToAppend(
                    connection,
                    database.key(),
                    batch.stream().map(Waiting::entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).appended().complete(appended.get(i));
            }
            health.written();
        } catch (SQLException | RuntimeException | Error e) { // nobody may wait for what does not come
            failed(batch, e);
        }
    }

    /** Nobody's entry is certain now, so nobody is answered. */
    private void failed(List<Waiting> batch, Throwable e) {
        missed(batch.stream().map(Waiting::entry).toList(), e);
        batch.forEach(waiting -> waiting.appended().completeExceptionally(e));
    }

    private void missed(List<AuditEntry> entries, Throwable e) {
        health.missed(entries.getFirst());
        String reason = e instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : e.getClass().getName();
        LOG.log(Level.ERROR, "{0} audit entries were not written: {1}", entries.size(), reason);
    }

    /**
     * For an account whose chain somebody else was extending, for whose end this waits. And for one that has no chain: its
     * first call made the account and was refused, which took the account back.
     */
    private void appendAlone(AuditEntry entry) {
        try (Shares.Held _ = shareOf(entry.account());
                Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(true);
            Entering.run(connection, database.key(), Identity.ofWork(entry.account()));
            AuditTrail.append(connection, database.key(), List.of(entry));
            health.written();
        } catch (SQLException e) {
            missed(List.of(entry), e);
            throw Refusal.unavailable();
        }
    }

    /** What an account waits for by itself leaves the log as well as it was, so nobody is told of an outage. */
    private Shares.Held shareOf(UUID account) {
        try {
            return database.shares().hold(account);
        } catch (SQLTransientConnectionException e) {
            throw Refusal.unavailable();
        }
    }

    /** Appends what waits, and takes nothing more. */
    @Override
    public void close() {
        closed = true;
        queue.add(STOP);
        loop.awaitLast();
        queue.forEach(waiting -> waiting.appended().completeExceptionally(Refusal.unavailable()));
    }
}
