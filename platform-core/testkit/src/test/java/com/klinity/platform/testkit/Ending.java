package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** What ends an account's right to act, done where the server does not see it. */
enum Ending {
    SUSPENSION(DatabaseRole.OPERATOR, "banned_at", 403),
    DELETION(DatabaseRole.SUPERUSER, "deleted_at", 401),
    SIGN_OUT(DatabaseRole.SUPERUSER, "signed_out_at", 401);

    private final DatabaseRole role;
    private final String column;
    private final int status;

    Ending(DatabaseRole role, String column, int status) {
        this.role = role;
        this.column = column;
        this.status = status;
    }

    /** What every request is answered from then on. */
    int status() {
        return status;
    }

    /** Does it, and tells the {@link System#nanoTime} at which it was committed. */
    long of(TestServer server, UUID account) throws SQLException {
        long committed = commit(server, account);
        awaitNextMillisecond();
        return committed;
    }

    private long commit(TestServer server, UUID account) throws SQLException {
        try (Connection connection = server.connect(role);
                PreparedStatement update = connection.prepareStatement(
                        "update identity.users set " + column + " = clock_timestamp() where id = ?")) {
            update.setObject(1, account);
            if (update.executeUpdate() != 1) {
                throw new AssertionError("no account " + account);
            }
            return System.nanoTime();
        }
    }

    /** A token's time of issue has no smaller parts: one that is made from here on is younger than the end. */
    private static void awaitNextMillisecond() {
        long now = Instant.now().toEpochMilli();
        while (Instant.now().toEpochMilli() == now) {
            Thread.onSpinWait();
        }
    }
}
