package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** For the core's own work, on jobs of every account: each statement is a transaction, in one round trip. */
record CoreLane(Connection connection, CoreKey key) implements Lane {

    private static final String ENTER = "select platform.enter_core(?)";

    @Override
    public Prepared prepare(NamedSql sql, boolean streamed) throws SQLException {
        if (streamed) {
            throw new IllegalArgumentException("the core's work is not streamed: its transactions are one statement");
        }
        PreparedStatement statement = connection.prepareStatement(ENTER + ";" + sql.text() + ";commit");
        statement.setBytes(1, key.bytes());
        return new Prepared(statement, 2, new Prepared.Together(ResultSet::next));
    }

    /**
     * Proves that the database knows the key.
     *
     * @throws SQLException 42501 when it does not
     */
    void knock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setBytes(1, key.bytes());
            statement.execute();
        }
    }
}
