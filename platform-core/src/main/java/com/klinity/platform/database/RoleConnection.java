package com.klinity.platform.database;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A connection of a role that serves no requests, for a command. Each statement is a transaction. For one thread. */
public final class RoleConnection implements AutoCloseable {

    private final Connection connection;
    private final Json json = new JacksonJson();

    private RoleConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws StartFailure when the database does not let that role in
     */
    public static RoleConnection open(String url, Login login) {
        return new RoleConnection(login.connect(url));
    }

    /** A statement, which throws {@link DatabaseFailure} where the database refuses it. */
    public Statement sql(String text) {
        return new JdbcStatement(new TransactionLane(connection), json, NamedSql.of(text));
    }

    /** Statements that see the same rows, and of which all or none count. */
    <T> T together(Supplier<T> statements) {
        try {
            connection.setAutoCommit(false);
            try (Transaction transaction = new Transaction(connection)) {
                T result = statements.get();
                transaction.commit();
                return result;
            } finally {
                connection.setAutoCommit(true);
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
