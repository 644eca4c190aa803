package com.klinity.platform.database;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection of the operator role, on which each statement is a transaction. For one thread. */
public final class OperatorConnection implements AutoCloseable {

    private final Connection connection;
    private final JacksonJson json = new JacksonJson();

    private OperatorConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws StartFailure when the database does not let the operator in
     */
    public static OperatorConnection open(String url, Login operator) {
        try {
            return new OperatorConnection(DriverManager.getConnection(
                    url, operator.username(), operator.password().reveal()));
        } catch (SQLException e) {
            throw new StartFailure(
                    "no connection to the database as '" + operator.username() + "' (SQLSTATE " + e.getSQLState()
                            + "); check that PostgreSQL runs and the operator's password is right",
                    e);
        }
    }

    /** A statement, which throws {@link DatabaseFailure} where the database refuses it. */
    public Statement sql(String text) {
        return new JdbcStatement(new TransactionLane(connection), json, NamedSql.of(text));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
