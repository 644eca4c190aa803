package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates and drops databases. Each belongs to the owner role; the other roles may connect, the public may not. */
record Databases(SuperuserConnections connections) {
    static final String MAIN = "klinity";
    static final String DEFAULT_TEMPLATE = "template1";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new EmbeddedPostgresException(
                    Code.DATABASE_FAILED,
                    "\"" + name + "\" is no database name: use a to z, 0 to 9 and _, at most 63 characters.");
        }
        return name;
    }

    void create(String name, String template) {
        try (Connection connection = connections.open()) {
            create(connection, checked(name), checked(template));
        } catch (SQLException e) {
            throw SuperuserConnections.failed("create the database " + name + " from " + template, e);
        }
    }

    void drop(String name) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + checked(name) + " WITH (FORCE)");
        } catch (SQLException e) {
            throw SuperuserConnections.failed("drop the database " + name, e);
        }
    }

    /** Makes the main database if it is missing; sets who may connect in any case, since a kill may come between. */
    static void ensureMain(Connection connection) throws SQLException {
        if (exists(connection, MAIN)) {
            grantConnect(connection, MAIN);
        } else {
            create(connection, MAIN, DEFAULT_TEMPLATE);
        }
    }

    private static void create(Connection connection, String name, String template) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + name + " OWNER " + DatabaseRole.OWNER.username() + " TEMPLATE " + template);
        }
        grantConnect(connection, name);
    }

    private static void grantConnect(Connection connection, String name) throws SQLException {
        String roles = String.join(
                ", ", DatabaseRole.APP.username(), DatabaseRole.OPERATOR.username(), DatabaseRole.RETENTION.username());
        try (Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC; GRANT CONNECT ON DATABASE " + name
                    + " TO " + roles);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
