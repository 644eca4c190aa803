package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.Migrations;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Secret;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that were kept whole, before only that they were given was kept. */
class RememberedRequestsMigrationTest {

    private static final int BEFORE = Migrations.KERNEL.scripts().indexOf("V16__remembered_requests.sql");

    private final String url = FreshDatabase.make().url();
    private final UUID account = UUID.randomUUID();
    private final UUID note = UUID.randomUUID();

    @Test
    @Tag("RT-4")
    void they_go_and_their_requests_are_still_not_done_twice() throws SQLException {
        new Migrations(settings())
                .apply(List.of(
                        new Schema("platform", Migrations.KERNEL.scripts().subList(0, BEFORE), Migrations.class)));
        as(
                DatabaseRole.SUPERUSER,
                "insert into identity.users (id) values ('%s')",
                "insert into audit.heads values ('%s', 0, decode(repeat('00', 32), 'hex'))",
                kept("key-1", "now()"),
                kept("key-2", "now() - interval '25 hours'"));
        try (TestServer server = TestServer.of(new NotesModule())
                .setting("klinity.database.url", url)
                .start()) {
            as(
                    DatabaseRole.SUPERUSER,
                    "insert into notes.notes (account_id, id, text) values ('%s', '" + note + "', 'now')");
            List<String> rows = remembered();
            assertEquals(1, rows.size());
            assertFalse(rows.getFirst().contains("beef"), rows::getFirst);
            assertEquals(
                    "{\"id\":\"" + note + "\",\"text\":\"now\"}",
                    repeated(server).text());
        }
    }

    private List<String> remembered() throws SQLException {
        List<String> all = new ArrayList<>();
        RoleCredentials login = TestCluster.shared().credentials(DatabaseRole.SUPERUSER);
        try (Connection connection = DriverManager.getConnection(url, login.username(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select i::text from platform.idempotency i")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private Answer repeated(TestServer server) {
        return server.practitioner(account)
                .send(
                        "POST",
                        "/v1/notes",
                        BodyPublishers.ofString("{\"text\":\"then\"}"),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "key-1");
    }

    private String kept(String key, String at) {
        return "insert into platform.idempotency (account_id, key, fingerprint, status, headers, body, created_at)"
                + " values ('%s', sha256('"
                + key + "'), '\\xbeef', 201, '{\"Location\":\"/v1/notes/" + note + "\"}', '\\xbeef', " + at + ")";
    }

    private void as(DatabaseRole role, String... changes) throws SQLException {
        RoleCredentials login = TestCluster.shared().credentials(role);
        try (Connection connection = DriverManager.getConnection(url, login.username(), login.password());
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change.replace("%s", account.toString()));
            }
        }
    }

    private DatabaseSettings settings() {
        RoleCredentials app = TestCluster.shared().credentials(DatabaseRole.APP);
        RoleCredentials owner = TestCluster.shared().credentials(DatabaseRole.OWNER);
        return new DatabaseSettings(url, login(app), Optional.of(login(owner)), new Secret(owner.password()), 2);
    }

    private static DatabaseSettings.Login login(RoleCredentials of) {
        return new DatabaseSettings.Login(of.username(), new Secret(of.password()));
    }
}
