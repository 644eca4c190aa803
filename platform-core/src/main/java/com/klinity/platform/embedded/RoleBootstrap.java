package com.klinity.platform.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Gives every role exactly the rights and the password it should have. Runs at every start, all or nothing. */
record RoleBootstrap(SuperuserConnections connections, Credentials credentials) {
    private static final String ATTRIBUTES =
            " LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ";

    void run() {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            ensureRoles(connection);
            connection.commit();
            connection.setAutoCommit(true); // CREATE DATABASE refuses a transaction
            CatalogueRights.take(connections, Databases.DEFAULT_TEMPLATE); // what is made from it has them taken
            Databases.ensureMain(connection);
            CatalogueRights.take(connections, Databases.MAIN);
            closeMaintenanceDatabases(connection);
        } catch (SQLException e) {
            throw SuperuserConnections.failed("set up its roles", e);
        }
    }

    private void ensureRoles(Connection connection) throws SQLException {
        Set<String> existing = existingRoles(connection);
        try (Statement statement = connection.createStatement()) {
            for (DatabaseRole role : EnumSet.complementOf(EnumSet.of(DatabaseRole.SUPERUSER))) {
                String verb = existing.contains(role.username()) ? "ALTER ROLE " : "CREATE ROLE ";
                statement.addBatch(verb + role.username() + ATTRIBUTES + '\'' + verifier(role) + '\'');
            }
            statement.executeBatch();
        }
    }

    // Only the SCRAM verifier travels, as psql's \password does it: no log or statistics view can show the password.
    private String verifier(DatabaseRole role) {
        return ScramVerifier.of(credentials.get(role).password());
    }

    private static Set<String> existingRoles(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT rolname FROM pg_catalog.pg_roles");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void closeMaintenanceDatabases(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        }
    }
}
