package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether entries get into the audit log. Remembers one that did not, and tries it again when asked, keeping nothing: a
 * server that gets no requests because it is not ready would else never find out that the cause has ended. Safe for many
 * threads.
 */
public final class AuditHealth {

    /** Who asks whether a server is ready does not wait for long. */
    private static final String HURRY = "set local lock_timeout = '1s'";

    private final KeyedPool database;
    private final AtomicReference<List<AuditEntry>> missed = new AtomicReference<>(List.of());

    /** Of that database's log; well until told otherwise. */
    public AuditHealth(KeyedPool database) {
        this.database = database;
    }

    /** Entries got in. */
    void written() {
        missed.set(List.of());
    }

    /** An entry did not get in. */
    void missed(AuditEntry entry) {
        missed.set(List.of(entry));
    }

    /**
     * Whether entries get in: the last one did, or it would now. Blocks for a connection when it did not. An account's
     * chain that somebody else holds makes nothing of the rest unwritable, so it is not waited for.
     */
    public boolean writable() {
        List<AuditEntry> again = missed.get();
        if (again.isEmpty()) {
            return true;
        }
        try (Connection connection = database.pool().getConnection()) {
            hurry(connection);
            Entering.run(
                    connection, database.key(), Identity.ofWork(again.getFirst().account()));
            AuditTrail.tryToAppend(connection, database.key(), again);
            connection.rollback();
        } catch (SQLException e) {
            return false;
        }
        missed.compareAndSet(again, List.of());
        return true;
    }

    private static void hurry(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HURRY);
        }
    }
}
