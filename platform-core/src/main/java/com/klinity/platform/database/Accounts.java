package com.klinity.platform.database;

import com.klinity.platform.spi.Disclosure;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens an account: its row-level security, its state, its audit log. Safe for many threads; every method blocks. */
public final class Accounts {

    private static final Kind WRITES = new Kind(false, AccountState::admit);
    private static final Kind READS = new Kind(true, AccountState::admit);
    private static final Kind OF_DELETED = new Kind(false, AccountState::requireDeleted);
    private static final Waiting NOTHING = () -> () -> {};
    private static final Kind READS_OF_DELETED = new Kind(true, AccountState::requireDeleted);

    private final KeyedPool database;
    private final AuditWriter auditWriter;
    private final AuditWriter disclosures;
    private final Json json;
    private final Consumer<String> jobLeft;
    private final Reach reach;

    /**
     * On that database.
     *
     * @param auditWriter for the entries of calls and runs, in their transactions or once those have ended
     * @param disclosures for what must be durable while its caller holds a connection, so on connections of its own
     * @param jobLeft told after a commit of each topic that it left jobs of
     * @param reach   of the features whose work is run
     */
    public Accounts(
            KeyedPool database,
            AuditWriter auditWriter,
            AuditWriter disclosures,
            Json json,
            Consumer<String> jobLeft,
            Reach reach) {
        this.database = database;
        this.auditWriter = auditWriter;
        this.disclosures = disclosures;
        this.json = json;
        this.jobLeft = jobLeft;
        this.reach = reach;
    }

    /** What tells requests that were done from others. */
    public RequestDigests digests() {
        return new RequestDigests(database.key());
    }

    /** An entry of the account's log for work that went well. */
    public AuditEntry entry(Identity identity, Actor actor, Touch touch, Map<String, String> details) {
        return AuditEntry.of(identity.account(), actor, touch, AuditEntry.SUCCESS, details, json);
    }

    /**
     * Runs work in one transaction of the account, together with its audit entries, and commits it.
     *
     * @throws com.klinity.platform.spi.Refusal when the account may not act, or what the work throws
     * @throws DatabaseFailure when the database refuses
     */
    public <T> T write(Identity identity, Actor actor, Function<AccountScope, Done<T>> work) {
        return inTransaction(identity, actor, WRITES, (connection, scope) -> {
            Done<T> done = work.apply(scope);
            end(connection, done);
            return done.value();
        });
    }

    /**
     * Runs work that need not write. Its audit entries are durable when this returns, but may be written together with
     * those of others.
     *
     * @throws com.klinity.platform.spi.Refusal when the account may not act, or what the work throws
     * @throws DatabaseFailure when the database refuses
     */
    public <T> T read(Identity identity, Actor actor, Function<AccountScope, Done<T>> work) {
        Done<T> done;
        try (ReadLane lane = new ReadLane(database, identity)) {
            JdbcScope scope = new JdbcScope(identity.account(), lane, auditWriter, json, actor, reach);
            done = entered(lane, scope, work);
            if (lane.isInTransaction()) {
                end(lane.transaction(), done);
                ring(scope);
                return done.value();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        done.entries().forEach(auditWriter::append);
        return done.value();
    }

    /**
     * Looks at the account without changing anything: nothing that the work wrote is committed, and no entry is left.
     *
     * @throws com.klinity.platform.spi.Refusal when the account may not act, or what the work throws
     * @throws DatabaseFailure when the database refuses
     */
    public <T> T look(Identity identity, Actor actor, Function<AccountScope, T> work) {
        try (ReadLane lane = new ReadLane(database, identity)) {
            JdbcScope scope = new JdbcScope(identity.account(), lane, auditWriter, json, actor, reach);
            return entered(lane, scope, inside -> new Done<>(work.apply(inside), List.of()))
                    .value();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Runs work on what a deleted account left, in one transaction. For the core's erasure, and nobody else. */
    public <T> T inDeleted(UUID account, Actor actor, Function<Scope, T> work) {
        return inTransaction(Identity.ofWork(account), actor, OF_DELETED, (connection, scope) -> {
            Patience.ofLongWork().on(connection);
            return work.apply(scope);
        });
    }

    /** Reads of what a deleted account left. For the core's erasure, and nobody else. */
    public Reads readsOfDeleted(UUID account, Actor actor) {
        return reads(Identity.ofWork(account), actor, READS_OF_DELETED, NOTHING);
    }

    /** Appends an entry about the account, whatever its state is. */
    public void note(Identity identity, Actor actor, Touch touch, String outcome) {
        auditWriter.append(AuditEntry.of(identity.account(), actor, touch, outcome, Map.of(), json));
    }

    /**
     * Appends the entry of a disclosure in a transaction of its own and returns when it is durable.
     *
     * @throws com.klinity.platform.spi.Refusal 503 when that is not certain
     */
    public void disclose(Identity identity, Actor actor, Disclosure disclosure) {
        disclosures.append(entry(identity, actor, disclosure.touch(), disclosure.details()));
    }

    /** Reads of the account after its call was answered, each checking its state anew. */
    public Reads reads(Identity identity, Actor actor) {
        return reads(identity, actor, READS, NOTHING);
    }

    /** The same for an answer that goes on reading until all is sent: each read waits for its turn. */
    public Reads readsInTurn(Identity identity, Actor actor) {
        Turns turns = database.turns();
        Reads reads = reads(identity, actor, READS, turns::take);
        return new Reads() {
            @Override
            public <T, E extends Exception> T in(Work<T, E> work) throws E {
                try (Shares.Held _ = turns.ofAccount(identity.account())) {
                    return reads.in(work);
                } catch (SQLException e) {
                    throw new DatabaseFailure(e);
                }
            }
        };
    }

    private Reads reads(Identity identity, Actor actor, Kind kind, Waiting waiting) {
        return new Reads() {
            @Override
            public <T, E extends Exception> T in(Work<T, E> work) throws E {
                return inTransaction(identity, actor, kind, waiting, (connection, scope) -> work.read(scope));
            }
        };
    }

    /** A caller who may not act hears that first, whatever else is wrong with the call. */
    private static <T> Done<T> entered(ReadLane lane, JdbcScope scope, Function<AccountScope, Done<T>> work)
            throws SQLException {
        try {
            Done<T> done = work.apply(scope);
            lane.enter();
            return done;
        } catch (RuntimeException e) {
            lane.enter();
            throw e;
        } finally {
            scope.close();
        }
    }

    /** Commits, the entries with everything else. */
    private void end(Connection connection, Done<?> done) throws SQLException {
        if (done.entries().isEmpty()) {
            connection.commit();
        } else {
            auditWriter.appendAndCommit(connection, done.entries());
        }
    }

    private void ring(JdbcScope scope) {
        scope.leftJobs().forEach(jobLeft);
    }

    /** What a transaction may do, and in which state its account must be. */
    private record Kind(boolean readOnly, Consumer<AccountState> admission) {}

    private interface Task<T, E extends Exception> {
        T in(Connection connection, JdbcScope scope) throws E, SQLException;
    }

    /** What is waited for before there is a connection. */
    private interface Waiting {
        Shares.Held over() throws SQLException;
    }

    private <T, E extends Exception> T inTransaction(Identity identity, Actor actor, Kind kind, Task<T, E> task)
            throws E {
        return inTransaction(identity, actor, kind, NOTHING, task);
    }

    /** The transaction itself: rolled back unless it is committed, and the scope dead afterwards. */
    private <T, E extends Exception> T inTransaction(
            Identity identity, Actor actor, Kind kind, Waiting waiting, Task<T, E> task) throws E {
        try (Shares.Held _ = database.shares().hold(identity.account());
                Shares.Held _ = waiting.over();
                Connection connection = database.pool().getConnection();
                Visit _ = new Visit(database.pool(), connection);
                Transaction transaction = new Transaction(connection)) {
            if (kind.readOnly()) {
                connection.setReadOnly(true);
            }
            JdbcScope scope =
                    new JdbcScope(identity.account(), new TransactionLane(connection), auditWriter, json, actor, reach);
            try {
                kind.admission().accept(Entering.run(connection, database.key(), identity));
                T value = task.in(connection, scope);
                transaction.commit();
                ring(scope);
                return value;
            } finally {
                scope.close();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
