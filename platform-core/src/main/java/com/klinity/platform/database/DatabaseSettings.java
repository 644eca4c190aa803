package com.klinity.platform.database;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the database is and who connects.
 *
 * @param url        JDBC address
 * @param app        the role that serves requests
 * @param owner      the role that migrates; absent where another process did
 * @param coreSecret what the core's key is made from
 * @param poolSize   connections at most
 * @param patience   with the statements of requests
 */
public record DatabaseSettings(
        String url, Login app, Optional<Login> owner, Secret coreSecret, int poolSize, Patience patience) {

    /** With the usual patience. */
    public DatabaseSettings(String url, Login app, Optional<Login> owner, Secret coreSecret, int poolSize) {
        this(url, app, owner, coreSecret, poolSize, Patience.USUAL);
    }

    /**
     * Asks the database whether it will do, before anything is changed in it. Blocks.
     *
     * @throws StartFailure with one line a fault
     */
    public void requireUsable() {
        DatabaseCheck.require(this);
    }

    /** What opens accounts on connections of the app role. */
    public CoreKey coreKey() {
        return CoreKey.of(coreSecret);
    }

    /** A role and its password. */
    public record Login(String username, Secret password) {

        /**
         * One connection, for a command. Blocks until it is there.
         *
         * @throws StartFailure when the database does not let that role in
         */
        Connection connect(String url) {
            try {
                return DriverManager.getConnection(url, properties());
            } catch (SQLException e) {
                throw new StartFailure(
                        "no connection to the database as '" + username + "' (SQLSTATE " + e.getSQLState()
                                + "); check that PostgreSQL runs and that role's password is right",
                        e);
            }
        }

        private Properties properties() {
            Properties properties = Patience.OF_COMMANDS.ofCommand();
            properties.setProperty("user", username);
            properties.setProperty("password", password.reveal());
            return properties;
        }
    }
}
