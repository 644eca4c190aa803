package com.klinity.platform.database;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.spi.AuditHeads.Head;
import com.klinity.platform.spi.StartFailure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The whole audit log as it was at one moment, for a role that may read all of it. For one thread. */
public final class AuditSnapshot implements AutoCloseable {

    private static final int PORTION = 5000;

    /** As the hash's canonical form has it, but for what that form leaves out: an era, a null, a second dimension. */
    private static final String ENTRIES = """
        select account_id, sequence::text,
            to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                || case when occurred_at < '0001-01-01' then ' BC' else '' end, user_id, ip_address, action, resource_type,
            array_to_string(resource_ids, ' ', 'null')
                || case when array_ndims(resource_ids) > 1 then ' in rows' else '' end, outcome, request_id::text, details, encode(hash, 'hex')
        from audit.entries order by account_id, entries.sequence
        """;

    /** Row by row, so that the index is used however many entries there are. */
    private static final String HASHES = """
        select encode(coalesce(
            (select e.hash from audit.entries e
                where e.account_id = place.account and e.sequence = place.sequence limit 1),
            (select b.hash from audit.bases b where b.account_id = place.account and b.sequence = place.sequence)), 'hex')
        from unnest(?::uuid[], ?::bigint[]) with ordinality as place (account, sequence, number) order by number
        """;

    private static final int FIRST_FIELD = 2;
    private static final int LAST_FIELD = 11;

    private final Connection connection;

    private AuditSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** Takes entries one after the other. */
    @FunctionalInterface
    public interface Reader {

        /**
         * One entry.
         *
         * @param account whose chain
         * @param fields  the fields as text, from sequence to details
         * @param hash    in hexadecimal
         */
        void entry(UUID account, List<String> fields, String hash);
    }

    /**
     * Connects. The moment is that of the first question.
     *
     * @throws StartFailure when the database does not let the role in
     */
    public static AuditSnapshot connect(String url, Login login) {
        Connection connection = login.connect(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_catalog"); // no function of the database's owner has a say
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new AuditSnapshot(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Every entry, by account and then in the order of its chain; with constant memory. */
    public void entries(Reader reader) {
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(PORTION);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.entry(row.getObject(1, UUID.class), fields(row), row.getString(LAST_FIELD + 1));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        List<String> fields = new ArrayList<>(LAST_FIELD);
        for (int column = FIRST_FIELD; column <= LAST_FIELD; column++) {
            fields.add(row.getString(column));
        }
        return fields;
    }

    /** For each place in a chain, the hash of what is there, the last archived entry included; empty when nothing is. */
    public List<Optional<String>> hashes(List<Head> places) {
        try (PreparedStatement statement = connection.prepareStatement(HASHES)) {
            statement.setArray(1, array("uuid", places.stream().map(Head::account)));
            statement.setArray(2, array("bigint", places.stream().map(Head::sequence)));
            try (ResultSet row = statement.executeQuery()) {
                List<Optional<String>> hashes = new ArrayList<>(places.size());
                while (row.next()) {
                    hashes.add(Optional.ofNullable(row.getString(1)));
                }
                return hashes;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** Where each chain ends, as the log keeps it beside the entries. */
    public List<Head> heads() {
        return ends("select account_id, sequence, encode(hash, 'hex') from audit.heads");
    }

    /** The last archived entry of each chain that has lost its oldest. */
    public List<Head> bases() {
        return ends("select account_id, sequence, encode(hash, 'hex') from audit.bases");
    }

    /** Number of the last checkpoint; 0 when there is none. */
    public long lastCheckpoint() {
        return number("select coalesce(max(number), 0) from audit.checkpoints");
    }

    /** Number of the last checkpoint that a witness confirmed; 0 when there is none. */
    public long lastWitnessed() {
        return number("select coalesce(max(number), 0) from audit.checkpoints where witnessed_at is not null");
    }

    private long number(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Head> ends(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Head> ends = new ArrayList<>();
            while (row.next()) {
                ends.add(new Head(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)));
            }
            return ends;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
