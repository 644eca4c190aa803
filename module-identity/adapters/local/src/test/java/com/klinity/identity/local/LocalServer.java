package com.klinity.identity.local;

import com.klinity.identity.IdentityModule;
import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with the embedded issuer. Nobody sends its mail, so that tests can read it where it was left. */
final class LocalServer {

    static final OpenedProvider PROVIDER = new OpenedProvider(new LocalIdentityAdapter());
    static final TestServer SERVER =
            TestServer.of(new IdentityModule()).adapter(PROVIDER).start();

    private static final String LEFT = """
        select payload::text as payload from platform.jobs
        where topic = 'notifications.mail' and payload ->> 'to' = ? order by id
        """;

    private LocalServer() {}

    static TestServer.Builder builder() {
        return TestServer.of(new IdentityModule()).adapter(new LocalIdentityAdapter());
    }

    /** An address that no other test uses. */
    static String freshAddress() {
        return "p" + UUID.randomUUID() + "@example.org";
    }

    static Answer ask(String what, String email) {
        return SERVER.anonymous().post("/v1/local-identity/" + what, "{\"email\":\"" + email + "\"}");
    }

    static Answer confirm(String email, String code) {
        return SERVER.anonymous()
                .post("/v1/local-identity/confirm", "{\"email\":\"" + email + "\",\"code\":\"" + code + "\"}");
    }

    static Answer refresh(String token) {
        return SERVER.anonymous().post("/v1/local-identity/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    /** Signs an address up or in and gives the tokens. */
    static JsonNode signedIn(String email) {
        ask("sign-up", email);
        return confirm(email, latestCode(email)).json();
    }

    static Client with(JsonNode tokens) {
        return SERVER.withToken(tokens.path("accessToken").asString());
    }

    static String latestCode(String email) {
        return mailTo(email).getLast().path("values").path("code").asString();
    }

    /** Oldest first. */
    static List<JsonNode> mailTo(String email) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(LEFT)) {
            statement.setString(1, email);
            List<JsonNode> mails = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    mails.add(JsonMapper.shared().readTree(row.getString("payload")));
                }
            }
            return mails;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
