package com.klinity.platform.testkit.isolation;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks into every table that knows accounts, as the superuser, who sees all rows. One thread at a time; its connection ends
 * with the database.
 */
final class Rows {

    private static final String TABLES = """
        select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'account_id' and t.table_type = 'BASE TABLE' order by 1
        """;

    /** Workers take jobs, renew leases and line jobs up whenever they like. */
    private static final String ROWS = """
        select (to_jsonb(t) - array['lease_until', 'fence', 'attempts', 'available_at', 'turn', 'deaths'])::text
        from %s t where %s = ? order by 1
        """;

    private static final String WAITING = """
        select count(*) from platform.jobs
        where failed_at is null and available_at <= now() and subject_id <> all (?)
        """;

    private static final String LOGGED = "select account_id, outcome from audit.entries where request_id = ?";

    private final TestServer server;
    private final Connection connection;

    Rows(TestServer server) {
        this.server = server;
        this.connection = server.connect(DatabaseRole.SUPERUSER);
    }

    /** An entry of the audit log. */
    record Entry(UUID account, String outcome) {}

    /** Each row of the account as JSON, by table. */
    Map<String, List<String>> of(UUID account) {
        try {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : texts(TABLES)) {
                rows.put(table, texts(ROWS.formatted(table, "account_id"), account));
            }
            rows.put("identity.users", texts(ROWS.formatted("identity.users", "id"), account));
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no work is due, but for what never ends. */
    void settle(Collection<UUID> unending) {
        server.await(() -> waiting(unending) == 0);
    }

    /** Who has entries about that request, and how it ended. */
    List<Entry> logged(UUID request) {
        try (PreparedStatement statement = connection.prepareStatement(LOGGED)) {
            statement.setObject(1, request);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting(Collection<UUID> unending) {
        try {
            Object but = connection.createArrayOf("uuid", unending.toArray());
            return Integer.parseInt(texts(WAITING, but).getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }
}
