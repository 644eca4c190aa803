package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Rolls back on the way out unless it was committed. */
final class Transaction implements AutoCloseable {

    private final Connection connection;
    private boolean committed;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        if (!committed) {
            connection.rollback();
        }
    }
}
