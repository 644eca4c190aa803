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
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The embedded database of a running server, reached past the server.
 *
 * @param cluster  the folder its processes work in
 * @param pid      its postmaster
 * @param port     on loopback
 * @param password of the role that serves requests
 * @param admin    a connection that may everything
 */
public record Postgres(Path cluster, long pid, int port, String password, Connection admin) implements AutoCloseable {

    /** Who connects in the server's place. */
    public static final String ROLE = "klinity_app";

    /** Who migrates. */
    public static final String OWNER = "klinity_owner";

    /** Its database. */
    public static final String DATABASE = "klinity";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    /** The server's database in its folder. */
    public static Postgres in(Path folder) {
        return in(folder, DATABASE);
    }

    /** Another database of the same PostgreSQL. */
    public static Postgres in(Path folder, String database) {
        Properties logins = logins(folder);
        try {
            Path cluster = folder.resolve("server/data");
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(3));
            Connection admin = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                    "postgres",
                    logins.getProperty("postgres.password"));
            return new Postgres(
                    cluster, Long.parseLong(lines.getFirst()), port, logins.getProperty(ROLE + ".password"), admin);
        } catch (IOException | SQLException e) {
            throw new BenchmarkFailure("the embedded database in " + folder + " cannot be reached", e);
        }
    }

    /** The password of a role of the server's database in its folder. */
    public static String password(Path folder, String role) {
        return logins(folder).getProperty(role + ".password");
    }

    private static Properties logins(Path folder) {
        try (Reader file = Files.newBufferedReader(folder.resolve("credentials.properties"))) {
            Properties logins = new Properties();
            logins.load(file);
            return logins;
        } catch (IOException e) {
            throw new BenchmarkFailure("no credentials in " + folder, e);
        }
    }

    /**
     * Ends its postmaster and all that it has started as SIGKILL does. Returns when they are gone. Its processes are told
     * from a stranger's by their working directory, which is the cluster's.
     */
    public void kill() {
        List<ProcessHandle> all = ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .filter(this::isOurs)
                .toList();
        all.forEach(ProcessHandle::destroyForcibly); // the postmaster first, so that it starts nothing anew
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(this::isOurs)) {
            if (System.nanoTime() > until) {
                throw new BenchmarkFailure("PostgreSQL's processes do not end");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    /** Its JDBC address, without credentials. */
    public String url() {
        try {
            return admin.getMetaData().getURL();
        } catch (SQLException e) {
            throw new BenchmarkFailure("the database has gone", e);
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
