package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** An account's chain from years ago, and what the retention role does to it. */
record OldChain(TestServer server, UUID account) {

    private static final AtomicLong CHECKPOINTS = new AtomicLong();

    private static final String WITNESSED = """
        with checkpoint as (
            insert into audit.checkpoints
            values (?, now(), 1, false, '', '', '', case when ? then now() end) returning number)
        insert into audit.checkpoint_heads
        select e.account_id, c.number, 0, e.sequence, e.hash from audit.entries e, checkpoint c
        where e.account_id = ? and e.sequence = ?
        """;

    /** Reads of that many notes, that long ago. */
    static OldChain of(TestServer server, String... ages) {
        Practitioner ana = server.practitioner();
        Stream.of(ages).forEach(age -> ana.get("/v1/notes"));
        AgedLog.of(server, ana.account(), ages);
        return new OldChain(server, ana.account());
    }

    /** With a checkpoint that the witness has and that ends there. */
    OldChain witnessed(long sequence) {
        return checkpoint(sequence, true);
    }

    OldChain checkpoint(long sequence, boolean witnessed) {
        run(DatabaseRole.SUPERUSER, WITNESSED, CHECKPOINTS.incrementAndGet(), witnessed, account, sequence);
        return this;
    }

    /** SHA-256 of the file with the entries up to that one. */
    String digest(long through) {
        return run(
                        DatabaseRole.SUPERUSER,
                        "select encode(audit.archive_digest(a, (audit.base_of(a)).sequence, ?), 'hex')"
                                + " from cast(? as uuid) a",
                        through,
                        account)
                .getFirst();
    }

    String retire(long through) {
        return retire(through, digest(through));
    }

    String retire(long through, String digest) {
        return retire(DatabaseRole.RETENTION, through, digest);
    }

    String retire(DatabaseRole role, long through, String digest) {
        return run(role, "select audit.retire(?, ?, decode(?, 'hex'))", account, through, digest)
                .getFirst();
    }

    /** Sequences of the entries that are there. */
    List<String> entries() {
        return run(
                DatabaseRole.SUPERUSER,
                "select sequence from audit.entries where account_id = ? order by sequence",
                account);
    }

    List<String> run(DatabaseRole role, String sql, Object... parameters) {
        try (Connection connection = server.connect(role);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.execute() ? texts(statement) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState(), e);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            Stream.Builder<String> texts = Stream.builder();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts.build().toList();
        }
    }
}
