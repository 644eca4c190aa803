package com.klinity.identity;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One server for all tests of the module. */
final class IdentityServer {

    static final FakePool POOL = new FakePool();
    static final TestServer SERVER = TestServer.of(new IdentityModule(), new HearingModule())
            .adapter(POOL)
            .setting("klinity.identity.provider", "fake")
            .start();

    private IdentityServer() {}

    /** A merge patch that names no entity tag. */
    static Answer patch(Client client, String json) {
        return client.send(
                "PATCH", "/v1/account", BodyPublishers.ofString(json), "Content-Type", "application/merge-patch+json");
    }

    /** A number from the database, asked past the server; the only parameter is a text. */
    static long count(String sql, String parameter) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
