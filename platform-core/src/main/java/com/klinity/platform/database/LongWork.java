package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets one transaction take longer than others. The pool sets the driver's limit back when it gets the connection back, and
 * PostgreSQL its own when the transaction ends.
 *
 * @param patience the limits meanwhile
 */
record LongWork(Patience patience) {

    /** Called when the transaction has begun, so that a connection that was dead by then has been noticed. */
    void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set local statement_timeout = " + patience.statement().toMillis());
        }
        connection.setNetworkTimeout(Runnable::run, (int) patience.silence().toMillis());
    }
}
