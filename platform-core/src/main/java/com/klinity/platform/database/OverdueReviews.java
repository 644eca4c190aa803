package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Emergency accesses that nobody looked at again in time, as a server may know of them: by their number. Safe for many
 * threads.
 *
 * @param pool connections of the app role
 */
public record OverdueReviews(DataSource pool) {

    private static final String ASK = "select audit.overdue_emergency_reviews()";

    /**
     * How many there are. Blocks for a connection.
     *
     * @throws DatabaseFailure when the database does not say
     */
    public long count() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ASK);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
