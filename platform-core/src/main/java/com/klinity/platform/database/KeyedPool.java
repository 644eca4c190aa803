package com.klinity.platform.database;

import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The way into the database for the core, and for nobody else.
 *
 * @param pool connections of the app role, with auto-commit off
 * @param key  opens accounts on them
 * @param shares how many of them an account has at once
 * @param turns of what takes out in bulk
 */
public record KeyedPool(DataSource pool, CoreKey key, Shares shares, Turns turns) {

    /** For work that no account can have much of. */
    public KeyedPool(DataSource pool, CoreKey key) {
        this(pool, key, new Shares(Integer.MAX_VALUE, Duration.ZERO), Turns.ofThisMachine());
    }

    /**
     * Proves that the database knows the key.
     *
     * @throws StartFailure when it does not
     */
    public void prove() {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            new CoreLane(connection, key).knock();
        } catch (SQLException e) {
            throw new StartFailure(
                    "klinity.database.core-secret: the database does not know the key that belongs to it (SQLSTATE "
                            + e.getSQLState()
                            + "); after a new one, start once with klinity.database.owner.username"
                            + " and klinity.database.owner.password",
                    e);
        }
    }
}
