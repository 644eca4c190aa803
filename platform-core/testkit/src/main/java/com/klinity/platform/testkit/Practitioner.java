package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A signed-in practitioner. */
public final class Practitioner extends Client {

    private static final String ENTRIES = """
            select action, resource_type, resource_ids, outcome, details from audit.entries
            where account_id = ? order by sequence
            """;

    private final TestServer server;
    private final UUID account;
    private final String token;

    Practitioner(TestServer server, UUID account, String token) {
        super(server.address(), Optional.of(token));
        this.server = server;
        this.account = account;
        this.token = token;
    }

    /** The account, the token's subject. */
    public UUID account() {
        return account;
    }

    /** The access token. */
    public String token() {
        return token;
    }

    /** The account's audit entries, oldest first, read past the server. */
    public List<AuditLine> auditEntries() {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setObject(1, account);
            List<AuditLine> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new AuditLine(
                            row.getString("action"),
                            row.getString("resource_type"),
                            List.of((UUID[]) row.getArray("resource_ids").getArray()),
                            row.getString("outcome"),
                            row.getString("details")));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
