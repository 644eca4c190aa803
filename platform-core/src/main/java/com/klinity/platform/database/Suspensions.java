package com.klinity.platform.database;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.UuidV7;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Suspends accounts as the operator role, each change in one transaction with its audit entry. For one thread. */
public final class Suspensions implements AutoCloseable {

    private static final String SET = "select platform.set_suspended(?, ?, ?, ?)";

    private final Connection connection;

    private Suspensions(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws StartFailure when the database does not let the operator in
     */
    public static Suspensions connect(String url, Login operator) {
        try {
            return new Suspensions(DriverManager.getConnection(
                    url, operator.username(), operator.password().reveal()));
        } catch (SQLException e) {
            throw new StartFailure(
                    "no connection to the database as '" + operator.username() + "' (SQLSTATE " + e.getSQLState()
                            + "); check that PostgreSQL runs and the operator's password is right",
                    e);
        }
    }

    /**
     * Sets or ends a suspension; from the return on it acts on every request.
     *
     * @param reason at most 200 characters, for the account's audit log
     * @return {@code done}, {@code unchanged}, {@code deleted} or {@code unknown}
     */
    public String set(UUID account, boolean suspended, String reason) {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setObject(1, account);
            statement.setBoolean(2, suspended);
            statement.setString(3, reason);
            statement.setObject(4, UuidV7.at(Instant.now()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
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
