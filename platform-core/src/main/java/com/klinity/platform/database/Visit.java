package com.klinity.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A stay of a feature's work in a session of the database. Whatever it left there is taken away before another account's
 * work comes in: settings, roles, cursors, locks, temporary tables, what it listens to. Nothing that a feature may write
 * leaves any of these; this holds where that wall, or a function of a migration, does not. Prepared statements stay, they
 * are the driver's. One round trip.
 */
final class Visit implements AutoCloseable {

    private static final String LEAVE = "reset all;reset role;close all;unlisten *;"
            + "select pg_catalog.pg_advisory_unlock_all();discard temp;discard sequences;commit";

    private final DataSource pool;
    private final Connection connection;

    Visit(DataSource pool, Connection connection) {
        this.pool = pool;
        this.connection = connection;
    }

    /** A session that cannot be cleaned is not used again. That is no failure of the work, which may be committed. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
            try (Statement statement = connection.createStatement()) {
                statement.execute(LEAVE);
            }
        } catch (SQLException broken) {
            pool.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }
}
