package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Settings and queries that the tests share. */
final class TestServers {
    static final Path BINARIES = Path.of("target", "postgresql-binaries");

    private TestServers() {}

    static PostgresArchive archive() {
        return PostgresArchive.onClassPath(TestServers.class.getClassLoader());
    }

    static EmbeddedPostgresSettings durable(Path directory) {
        return EmbeddedPostgresSettings.durable(directory, archive(), BINARIES);
    }

    static EmbeddedPostgresSettings disposable(Path directory) {
        return EmbeddedPostgresSettings.disposable(directory, archive(), BINARIES);
    }

    static Connection connect(EmbeddedPostgres server, DatabaseRole role, String database) throws SQLException {
        RoleCredentials login = server.cluster().credentials(role);
        return DriverManager.getConnection(server.cluster().jdbcUrl(database), login.username(), login.password());
    }

    static void execute(EmbeddedPostgres server, DatabaseRole role, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, role, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a query as superuser in the main database and returns the first column of its only row. */
    static String ask(EmbeddedPostgres server, String query) throws SQLException {
        return ask(server, DatabaseRole.SUPERUSER, "klinity", query);
    }

    static String ask(EmbeddedPostgres server, DatabaseRole role, String database, String query) throws SQLException {
        try (Connection connection = connect(server, role, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static long postmaster(Path directory) throws IOException {
        return PostmasterFile.read(new PrivateDirectory(directory.toRealPath()).postmasterFile())
                .orElseThrow()
                .pid();
    }

    static String allText(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
