package com.klinity.platform.testkit.isolation;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An entry of the audit log as it lies in the database. */
record LogEntry(
        UUID account,
        String user,
        Instant at,
        String ipAddress,
        String action,
        String resource,
        Set<UUID> ids,
        String outcome) {

    private static final String OF_A_REQUEST = "select * from audit.entries where request_id = ? and ip_address <> ''";

    /**
     * Those that tell of a request, in whoever's chain, as the superuser sees them. Work that a request leaves for later
     * has no peer; its entries may carry the request's id, but are not about the request.
     */
    static List<LogEntry> of(TestServer server, UUID request) {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = superuser.prepareStatement(OF_A_REQUEST)) {
            statement.setObject(1, request);
            List<LogEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(of(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LogEntry of(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject("account_id", UUID.class),
                row.getString("user_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("ip_address"),
                row.getString("action"),
                row.getString("resource_type"),
                Set.of((UUID[]) row.getArray("resource_ids").getArray()),
                row.getString("outcome"));
    }
}
