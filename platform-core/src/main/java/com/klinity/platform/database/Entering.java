package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Sets a transaction to an account, which exists from then on, and looks at its state. */
final class Entering {

    /** With {@link #PARAMETERS} parameters and one result. */
    static final String SQL = "select platform.enter(?, ?, ?)";

    static final int PARAMETERS = 3;

    private Entering() {}

    /** Enters by itself. */
    static AccountState run(Connection connection, CoreKey key, Identity identity) throws SQLException {
        return run(connection, SQL, key, identity);
    }

    /** Enters and commits, which is how an account begins to exist. */
    static AccountState andCommit(Connection connection, CoreKey key, Identity identity) throws SQLException {
        return run(connection, SQL + ";commit", key, identity);
    }

    private static AccountState run(Connection connection, String sql, CoreKey key, Identity identity)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, key, identity);
            statement.execute();
            try (ResultSet state = statement.getResultSet()) {
                return state(state);
            }
        }
    }

    static void bind(PreparedStatement statement, CoreKey key, Identity identity) throws SQLException {
        statement.setBytes(1, key.bytes());
        statement.setObject(2, identity.account());
        statement.setObject(3, identity.issuedAt().atOffset(ZoneOffset.UTC));
    }

    static AccountState state(ResultSet result) throws SQLException {
        result.next();
        return AccountState.of(result.getString(1));
    }
}
