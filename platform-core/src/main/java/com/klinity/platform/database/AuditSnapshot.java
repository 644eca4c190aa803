package com.klinity.platform.database;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.spi.AuditHeads.Head;
import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The whole audit log as it was at one moment, for a role that may read all of it. For one thread. */
public final class AuditSnapshot implements AutoCloseable {

    private static final int PORTION = 5000;

    private static final String ENTRIES = """
        select account_id, sequence::text, audit.utc(occurred_at), user_id, ip_address, action, resource_type,
            array_to_string(resource_ids, ' '), outcome, request_id::text, details, encode(hash, 'hex')
        from audit.entries order by account_id, entries.sequence
        """;

    private static final String HASH =
            "select encode(hash, 'hex') from audit.entries where account_id = ? and sequence = ?";

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
        try {
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

    /** The hash of one entry; empty when it is not there. */
    public Optional<String> hash(UUID account, long sequence) {
        try (PreparedStatement statement = connection.prepareStatement(HASH)) {
            statement.setObject(1, account);
            statement.setLong(2, sequence);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
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
