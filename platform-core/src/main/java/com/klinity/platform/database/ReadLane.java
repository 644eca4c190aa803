package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * For calls that read: each query is a transaction of its own, entered and committed in one round trip. Under READ
 * COMMITTED that shows what one transaction would show. Whatever is no plain query begins a transaction that the rest of
 * the call then stays in.
 *
 * <p>The driver sends what it can at once, but cuts where it cannot foresee how much would come back. So the transaction
 * is an explicit one: behind a cut, an implicit one would have ended, and its account with it.
 */
final class ReadLane implements AccountLane, AutoCloseable {

    /** PostgreSQL's manual, appendix A. */
    private static final String CONNECTION_DOES_NOT_EXIST = "08003";

    private final KeyedPool database;
    private final Identity identity;
    private volatile @Nullable Connection connection;
    private Shares.@Nullable Held held;
    private volatile boolean aborted;
    private boolean entered;
    private boolean inTransaction;

    ReadLane(KeyedPool database, Identity identity) {
        this.database = database;
        this.identity = identity;
    }

    @Override
    public Prepared prepare(NamedSql sql, boolean streamed) throws SQLException {
        if (inTransaction || streamed || !sql.isPlainQuery()) {
            return new TransactionLane(transaction()).prepare(sql, streamed);
        }
        PreparedStatement statement = connection().prepareStatement(sql.entered());
        Entering.bind(statement, database.key(), identity);
        return new Prepared(statement, Entering.PARAMETERS + 1, new Prepared.Together(this::admit));
    }

    private void admit(ResultSet state) throws SQLException {
        Entering.state(state).admit();
        entered = true;
    }

    @Override
    public Connection transaction() throws SQLException {
        Connection open = connection();
        if (!inTransaction) {
            inTransaction = true;
            Entering.run(open, database.key(), identity).admit();
            entered = true;
        }
        return open;
    }

    boolean isInTransaction() {
        return inTransaction;
    }

    /** Makes sure that the account's state was looked at, also for a call that asked the database nothing. */
    @Override
    public void enter() throws SQLException {
        if (!entered) {
            Connection open = connection();
            if (open.isClosed()) { // by the pool, when a query found it broken
                throw new SQLException("the connection has ended", CONNECTION_DOES_NOT_EXIST);
            }
            // A query that failed has left its transaction open, in which nothing more can be asked.
            open.rollback();
            Entering.andCommit(open, database.key(), identity).admit();
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            held = database.shares().hold(identity.account());
            open = database.pool().getConnection();
            connection = open;
            if (aborted) {
                BrokenOff.breakOff(open);
            }
        }
        return open;
    }

    @Override
    public void abort() {
        aborted = true;
        Connection open = connection;
        if (open != null) {
            BrokenOff.breakOff(open);
        }
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() throws SQLException {
        try (Shares.Held _ = held;
                Connection open = connection) {
            if (open != null && inTransaction) {
                new Visit(database.pool(), open).close();
            }
        }
    }
}
