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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Pattern END = Pattern.compile("(?i)commit|rollback");

    /** What tells whom the following statements are for. */
    private static final String ENTER = "platform.enter";

    /** One call of it may serve many accounts, so its own values tell for whom it is. */
    private static final String APPEND = "audit.append";

    /** The token's time of work that the account left behind: it runs beside the calls, not in them. */
    private static final String OF_A_JOB = "9999-12-31";

    private static final String DATA = "select current_setting('data_directory')";

    private final Path file;
    private long position;

    private StatementLog(Path file) {
        this.file = file;
    }

    /**
     * Has the database log every statement from now on. Blocks until it does. Empty when the database is not the embedded
     * one and keeps its log elsewhere: which statements run does not depend on who runs it.
     */
    static Optional<StatementLog> of(TestServer server) {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            Path file = Path.of(asked(statement, DATA)).resolveSibling("server.log");
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            StatementLog log = new StatementLog(file);
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            String probe = "select '" + UUID.randomUUID() + "'";
            server.await(() -> {
                asked(statement, probe);
                return log.read().contains(probe);
            });
            return Optional.of(log);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asked(Statement statement, String sql) {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was logged until now. */
    void mark() {
        position = size();
    }

    /** The statements that calls of that account ran since the mark, in their order; work that it left behind not. */
    List<String> since(UUID account) {
        Map<String, String> inside = new HashMap<>();
        List<String> own = new ArrayList<>();
        for (Logged statement : logged(read())) {
            statement.enters().ifPresent(values -> inside.put(statement.process, values));
            String values = inside.getOrDefault(statement.process, "");
            boolean inWork = values.contains(OF_A_JOB);
            String decides = statement.text.contains(APPEND) ? statement.values.toString() : values;
            if (!inWork && decides.contains(account.toString())) {
                own.add(statement.text);
            }
            if (END.matcher(statement.text).matches()) {
                inside.remove(statement.process);
            }
        }
        return own;
    }

    /** A statement and the values that it was run with. */
    private static final class Logged {
        private final String process;
        private final String text;
        private final StringBuilder values = new StringBuilder();

        Logged(String process, String text) {
            this.process = process;
            this.text = text;
        }

        /** From here on this server process serves whom the values name, until the next one enters. */
        Optional<String> enters() {
            return text.contains(ENTER) ? Optional.of(values.toString()) : Optional.empty();
        }
    }

    private static List<Logged> logged(String log) {
        List<Logged> all = new ArrayList<>();
        Map<String, Logged> last = new HashMap<>();
        for (String message : log.split("\n(?!\t)", -1)) {
            Matcher line = LINE.matcher(message.replace("\n\t", " "));
            if (line.matches() && line.group(2).equals("DETAIL") && last.containsKey(line.group(1))) {
                last.get(line.group(1)).values.append(line.group(3));
            } else if (line.matches() && isTold(line.group(3))) {
                String text = EXECUTED.matcher(line.group(3)).replaceFirst("");
                Logged statement =
                        new Logged(line.group(1), text.replaceAll("\\s+", " ").strip());
                last.put(statement.process, statement);
                all.add(statement);
            }
        }
        return all;
    }

    private static boolean isTold(String text) {
        return EXECUTED.matcher(text).find() && !DRIVERS_OWN.matcher(text).find();
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
