package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Appends to the audit log, through the one function that the app role may call with the core's key. */
final class AuditTrail {

    private static final String APPEND = """
        select audit.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    /** One round trip, and nothing is committed when the entry cannot be appended. */
    private static final String APPEND_AND_COMMIT = APPEND + "; commit";

    private AuditTrail() {}

    /** Appends all, waiting for accounts whose chain another transaction extends; fails when an account has no chain. */
    static void append(Connection connection, CoreKey key, List<AuditEntry> entries) throws SQLException {
        run(connection, APPEND, key, entries, true);
    }

    /** The same, and ends the connection's transaction. */
    static void appendAndCommit(Connection connection, CoreKey key, List<AuditEntry> entries) throws SQLException {
        run(connection, APPEND_AND_COMMIT, key, entries, true);
    }

    /** Appends what can be appended without waiting, and tells which. */
    static List<Boolean> tryToAppend(Connection connection, CoreKey key, List<AuditEntry> entries) throws SQLException {
        return run(connection, APPEND, key, entries, false);
    }

    private static List<Boolean> run(
            Connection connection, String sql, CoreKey key, List<AuditEntry> entries, boolean wait)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, key.bytes());
            set(statement, 2, "uuid", entries, AuditEntry::account);
            set(statement, 3, "text", entries, entry -> entry.actor().userId());
            set(statement, 4, "text", entries, entry -> entry.actor().ipAddress());
            set(
                    statement,
                    5,
                    "text",
                    entries,
                    entry -> entry.touch().action().name().toLowerCase(Locale.ROOT));
            set(statement, 6, "text", entries, entry -> entry.touch().resource());
            set(statement, 7, "text", entries, AuditTrail::resources);
            set(statement, 8, "text", entries, AuditEntry::outcome);
            set(statement, 9, "uuid", entries, entry -> entry.actor().requestId());
            set(statement, 10, "text", entries, AuditEntry::details);
            statement.setBoolean(11, wait);
            statement.execute();
            return appended(statement);
        }
    }

    private static List<Boolean> appended(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            result.next();
            Boolean[] appended = (Boolean[]) result.getArray(1).getArray();
            List<Boolean> all = new ArrayList<>();
            Collections.addAll(all, appended);
            return all;
        }
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<AuditEntry> entries,
            Function<AuditEntry, Object> part)
            throws SQLException {
        Object[] column = entries.stream().map(part).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, column));
    }

    /** The text form of a {@code uuid[]}: an array of arrays would have to be rectangular. */
    private static String resources(AuditEntry entry) {
        return entry.touch().resources().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
