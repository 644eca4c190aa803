package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.database.ConnectionPool;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A session whose server is gone takes the place of another at the database until the database ends it. */
class IdleSessionTest {

    private final HikariDataSource pool =
            ConnectionPool.open(MigratedDatabase.fresh().settings(1));

    @Test
    void the_database_ends_it_within_a_minute() throws SQLException {
        try (pool) {
            long millis = idleSessionTimeout();
            assertTrue(millis > 0 && millis < 60_000, () -> "after " + millis + " ms");
        }
    }

    @Test
    void one_that_a_pool_holds_is_asked_for_a_sign_of_life_in_time() throws SQLException {
        try (pool) {
            long asked = pool.getKeepaliveTime();
            long millis = idleSessionTimeout();
            assertTrue(asked > 0 && asked + 10_000 < millis, () -> "asked every " + asked + " of " + millis + " ms");
        }
    }

    private long idleSessionTimeout() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting::bigint from pg_settings where name = 'idle_session_timeout'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
