package com.klinity.benchmarks.machine;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The embedded database of a running server, reached past the server.
 *
 * @param pid      its postmaster
 * @param port     on loopback
 * @param password of the role that serves requests
 * @param admin    a connection that may everything
 */
public record Postgres(long pid, int port, String password, Connection admin) implements AutoCloseable {

    /** Who connects in the server's place. */
    public static final String ROLE = "klinity_app";

    /** Its database. */
    public static final String DATABASE = "klinity";

    /** The one in a server's folder. */
    public static Postgres in(Path folder) {
        try (Reader file = Files.newBufferedReader(folder.resolve("credentials.properties"))) {
            Properties logins = new Properties();
            logins.load(file);
            List<String> lines = Files.readAllLines(folder.resolve("server/data/postmaster.pid"));
            int port = Integer.parseInt(lines.get(3));
            Connection admin = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                    "postgres",
                    logins.getProperty("postgres.password"));
            return new Postgres(Long.parseLong(lines.getFirst()), port, logins.getProperty(ROLE + ".password"), admin);
        } catch (IOException | SQLException e) {
            throw new BenchmarkFailure("the embedded database in " + folder + " cannot be reached", e);
        }
    }

    /** Runs statements. */
    public void execute(String sql) {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchmarkFailure("the database refused: " + e.getMessage(), e);
        }
    }

    /** The first column of the only row. */
    public String ask(String sql) {
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new BenchmarkFailure("the database refused: " + e.getMessage(), e);
        }
    }

    /** How many audit entries there are. */
    public long auditEntries() {
        return Long.parseLong(ask("select count(*) from audit.entries"));
    }

    @Override
    public void close() {
        try {
            admin.close();
        } catch (SQLException e) {
            throw new BenchmarkFailure("the connection cannot be closed", e);
        }
    }
}
