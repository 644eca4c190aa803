package com.klinity.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A statement whose own parameters are still to be bound.
 *
 * @param statement to be run once
 * @param first     index of its first own parameter
 * @param entering  what enters in the same round trip, before it
 */
record Prepared(PreparedStatement statement, int first, Entering entering) implements AutoCloseable {

    /** What comes before a statement. */
    sealed interface Entering {}

    /** Nothing; it was entered before. */
    record Before() implements Entering {}

    /** A statement of its own, with one result that is looked at before the rest. */
    record Together(Check check) implements Entering {}

    /** Throws when the answer says that the rest is not to be had. */
    interface Check {
        void look(ResultSet result) throws SQLException;
    }

    /** Runs it; the statement's own rows. */
    ResultSet query() throws SQLException {
        return switch (entering) {
            case Before before -> statement.executeQuery();
            case Together together -> {
                run(together);
                yield statement.getResultSet();
            }
        };
    }

    /** Runs it; how many rows it changed. */
    int update() throws SQLException {
        return switch (entering) {
            case Before before -> statement.executeUpdate();
            case Together together -> {
                run(together);
                yield statement.getUpdateCount();
            }
        };
    }

    private void run(Together together) throws SQLException {
        statement.execute();
        try (ResultSet entered = statement.getResultSet()) {
            together.check().look(entered);
        }
        statement.getMoreResults();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
