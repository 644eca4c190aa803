package com.klinity.platform.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/** Takes a connection away from a thread that does not come back. */
final class BrokenOff {

    private BrokenOff() {}

    /** Cuts the connection to the database, which rolls back there, and frees its place in the pool. */
    static void breakOff(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(BrokenOff.class.getName())
                    .log(Level.DEBUG, "a connection was broken off: SQLSTATE {0}", e.getSQLState());
        }
    }
}
