package com.klinity.platform.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether the database answers.
 *
 * @param pool what requests take their connections from
 */
public record DatabaseReadiness(DataSource pool) implements ReadinessCheck {

    private static final int SECONDS_TO_ANSWER = 2;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Readiness.State state() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER) ? Readiness.State.UP : Readiness.State.DOWN;
        } catch (SQLException e) {
            return Readiness.State.DOWN;
        }
    }
}
