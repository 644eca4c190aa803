package com.klinity.platform.testkit.isolation;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database was asked for an account, from its own log.
 *
 * <p>It stands in for a stopwatch: two calls that run the same statements in the same order are of one timing class, and
 * unlike medians of measured times this holds or fails the same way on every machine. What it cannot see is a difference
 * in how long one statement takes; for that, row-level security and keys that begin with the account see to it that a row
 * of another account is not met at all.
 */
final class StatementLog {

    private static final Pattern LINE = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] ([A-Z]+):  (.*)$");
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute [^:]+|statement): ", Pattern.DOTALL);

    /** The driver looks types up once a connection, whoever comes first. */
    private static final Pattern DRIVERS_OWN = Pattern.compile("\\bpg_(catalog|type|namespace)\\b");

    /** The token's time of work that the account left behind: it runs beside the calls, not in them. */
    private static final String OF_A_JOB = "9999-12-31";

    private final Path file;
    private long position;

    private StatementLog(Path file) {
        this.file = file;
    }

    /** Has the database log every statement from now on. Blocks until it does. */
    static StatementLog of(TestServer server) {
        StatementLog log = new StatementLog(server.databaseLog());
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            String probe = "select '" + UUID.randomUUID() + "'";
            server.await(() -> {
                run(statement, probe);
                return log.read().contains(probe);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return log;
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was logged until now. */
    void mark() {
        position = size();
    }

    /** The transactions of that account since the mark, in the order of their beginning; jobs left out. */
    List<String> since(UUID account) {
        return transactions(read()).stream()
                .filter(transaction -> transaction.values.indexOf(account.toString()) >= 0)
                .filter(transaction -> transaction.values.indexOf(OF_A_JOB) < 0)
                .map(transaction -> String.join("; ", transaction.statements))
                .toList();
    }

    /** One transaction as the log has it. */
    private static final class Transaction {
        private final List<String> statements = new ArrayList<>();
        private final StringBuilder values = new StringBuilder();

        void add(String kind, String text) {
            if (kind.equals("DETAIL")) {
                values.append(text);
            } else if (kind.equals("LOG")
                    && EXECUTED.matcher(text).find()
                    && !DRIVERS_OWN.matcher(text).find()) {
                statements.add(EXECUTED.matcher(text)
                        .replaceFirst("")
                        .replaceAll("\\s+", " ")
                        .strip());
            }
        }
    }

    /** A server process runs one transaction at a time, and its number is in each line. */
    private static List<Transaction> transactions(String log) {
        List<Transaction> all = new ArrayList<>();
        Map<String, Transaction> running = new HashMap<>();
        for (String message : log.split("\n(?!\t)", -1)) {
            Matcher line = LINE.matcher(message.replace("\n\t", " "));
            if (line.matches()) {
                String text = line.group(3);
                if (text.matches("(?s)(execute [^:]+|statement): BEGIN.*")) {
                    running.put(line.group(1), new Transaction());
                    all.add(running.get(line.group(1)));
                }
                running.computeIfAbsent(line.group(1), process -> new Transaction())
                        .add(line.group(2), text);
            }
        }
        return all;
    }

    private String read() {
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                InputStream in = Channels.newInputStream(channel.position(position))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
