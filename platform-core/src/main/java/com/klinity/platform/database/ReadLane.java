package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * For calls that read: each query enters the account and reads in one round trip, a transaction of its own. Under READ
 * COMMITTED that shows what one transaction would show. Whatever is no plain query begins a real transaction, which the
 * rest of the call then stays in.
 */
final class ReadLane implements AccountLane, AutoCloseable {

    private final KeyedPool database;
    private final Identity identity;
    private @Nullable Connection connection;
    private boolean entered;
    private boolean inTransaction;

    ReadLane(KeyedPool database, Identity identity) {
        this.database = database;
        this.identity = identity;
    }

    @Override
    public Prepared prepare(NamedSql sql, boolean portions) throws SQLException {
        if (inTransaction || portions || !sql.isPlainQuery()) {
            return new TransactionLane(transaction()).prepare(sql, portions);
        }
        PreparedStatement statement = connection().prepareStatement(sql.afterEntering());
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
            open.setAutoCommit(false);
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
    void enter() throws SQLException {
        if (!entered) {
            Entering.run(connection(), database.key(), identity).admit();
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.pool().getConnection();
            open.setAutoCommit(true);
            connection = open;
        }
        return open;
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
