package com.klinity.benchmarks.crash;

import com.klinity.audit.verification.ChainCheck;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the whole database past the server, in the caller's transaction; walks the chains while it does. */
final class SnapshotQuery {

    private static final int PORTION = 2000;

    private static final String ROWS = """
        select 'PATIENT' as kind, account_id, id, id as patient, notes as mark, version from appointments.patients
        union all
        select 'APPOINTMENT', account_id, id, patient_id, title, version from appointments.appointments
        """;

    private static final String ENTRIES = """
        select account_id, sequence::text, audit.utc(occurred_at), user_id, ip_address, action, resource_type,
            array_to_string(resource_ids, ' '), outcome, request_id::text, details, encode(hash, 'hex')
        from audit.entries e order by e.account_id, e.sequence
        """;

    private static final String HEADS = "select account_id, sequence, encode(hash, 'hex') from audit.heads";

    private final Connection connection;
    private final Map<UUID, ChainCheck> chains = new HashMap<>();

    private SnapshotQuery(Connection connection) {
        this.connection = connection;
    }

    static Snapshot read(Postgres postgres) {
        try {
            postgres.admin().setAutoCommit(false); // else the driver would fetch everything at once
            return new SnapshotQuery(postgres.admin()).read();
        } catch (SQLException e) {
            throw new BenchmarkFailure("the database cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same in a transaction of its own, as all was at one moment: others may go on writing meanwhile. */
    static Snapshot readAtOneMoment(Postgres postgres) {
        try {
            Connection admin = postgres.admin();
            admin.setAutoCommit(false);
            admin.rollback();
            admin.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return read(postgres);
            } finally {
                admin.rollback();
            }
        } catch (SQLException e) {
            throw new BenchmarkFailure("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private Snapshot read() throws SQLException {
        Map<UUID, Row> rows = new HashMap<>();
        each(ROWS, row -> rows.put(row.getObject("id", UUID.class), row(row)));
        List<Entry> entries = new ArrayList<>();
        each(ENTRIES, row -> entries.add(entry(row)));
        Map<UUID, String> heads = new HashMap<>();
        List<String> broken = new ArrayList<>();
        each(HEADS, row -> {
            UUID account = row.getObject(1, UUID.class);
            heads.put(account, row.getString(3));
            check(account, row.getLong(2), row.getString(3), broken);
        });
        chains.keySet().stream()
                .filter(account -> !heads.containsKey(account))
                .forEach(account -> broken.add("the chain of " + account + " has no head"));
        return new Snapshot(rows, entries, heads, broken);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("account_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getString("mark"),
                row.getLong("version"));
    }

    private Entry entry(ResultSet row) throws SQLException {
        UUID account = row.getObject(1, UUID.class);
        List<String> fields = new ArrayList<>();
        for (int column = 2; column < 2 + ChainEntry.FIELDS; column++) {
            fields.add(row.getString(column));
        }
        chains.computeIfAbsent(account, id -> new ChainCheck(id.toString()))
                .next(new ChainEntry(fields, row.getString(2 + ChainEntry.FIELDS)));
        Touch touch = new Touch(row.getString(6), row.getString(7), ids(row.getString(8)));
        return new Entry(
                account,
                Long.parseLong(row.getString(2)),
                UUID.fromString(row.getString(10)),
                touch,
                row.getString(9).equals("success"));
    }

    private static Set<UUID> ids(String text) {
        Set<UUID> ids = new TreeSet<>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(" ", -1)).map(UUID::fromString).forEach(ids::add);
        }
        return ids;
    }

    private void check(UUID account, long sequence, String hash, List<String> broken) {
        ChainCheck chain = chains.getOrDefault(account, new ChainCheck(account.toString()));
        chain.firstBroken()
                .ifPresent(at -> broken.add("the chain of " + account + " breaks at the entry with sequence " + at));
        if (chain.firstBroken().isEmpty()
                && !(chain.entries() == sequence && chain.head().equals(hash))) {
            broken.add("the head of " + account + " is at " + sequence + ", its chain ends at " + chain.entries());
        }
    }

    /** What is done with each row. */
    private interface Use {
        void of(ResultSet row) throws SQLException;
    }

    private void each(String sql, Use use) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PORTION);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    use.of(row);
                }
            }
        }
    }
}
