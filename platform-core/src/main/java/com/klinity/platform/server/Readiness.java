package com.klinity.platform.server;

import com.klinity.platform.database.AuditHealth;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether requests should be sent here.
 *
 * @param pool  of the database that requests need
 * @param audit the log that they are written down in
 */
public record Readiness(DataSource pool, AuditHealth audit) {

    private static final int SECONDS_TO_ANSWER = 2;

    /** What is told. */
    enum State {
        /** Requests are answered. */
        UP,
        /** The database answers, but takes no audit entries: whatever must leave one is refused. */
        DEGRADED,
        /** The database does not answer. */
        DOWN
    }

    /** Looks; blocks for the database. */
    State state() {
        if (!answers()) {
            return State.DOWN;
        }
        return audit.writable() ? State.UP : State.DEGRADED;
    }

    private boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
