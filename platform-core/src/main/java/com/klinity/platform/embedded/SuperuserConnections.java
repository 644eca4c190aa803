package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections that may do everything; the caller closes them. */
record SuperuserConnections(String host, int port, RoleCredentials superuser) {
    private static final String INVALID_PASSWORD = "28P01";
    private static final String TIMEOUT_SECONDS = "30";

    Connection open() {
        return open("postgres");
    }

    Connection open(String database) {
        Properties properties = new Properties();
        properties.setProperty("user", superuser.username());
        properties.setProperty("password", superuser.password());
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        try {
            String url = "jdbc:postgresql://" + host + ":" + port + "/" + database;
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw INVALID_PASSWORD.equals(e.getSQLState()) ? rejected(e) : failed("log in", e);
        }
    }

    static EmbeddedPostgresException failed(String action, SQLException e) {
        return new EmbeddedPostgresException(
                Code.DATABASE_FAILED, "PostgreSQL could not " + action + ": " + e.getMessage(), e);
    }

    private static EmbeddedPostgresException rejected(SQLException e) {
        return new EmbeddedPostgresException(
                Code.CREDENTIALS_REJECTED,
                "The server does not accept the password in its credentials file: restore the file that belongs to "
                        + "this data.",
                e);
    }
}
