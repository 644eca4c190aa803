package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.SERVER;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passwords are the identity provider's alone. */
@Tag("AU-5")
class NoPasswordTest {

    private static final String COLUMNS = """
        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema')
        """;
    private static final String TABLES = """
        select table_schema || '.' || table_name from information_schema.tables
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
        """;
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    /** What a route takes when all is well, so that nothing but the password can be the fault. */
    private static final Map<String, String> GOOD = Map.of(
            "/v1/local-identity/confirm", "\"email\":\"ana@example.org\",\"code\":\"123456\"",
            "/v1/local-identity/refresh", "\"refreshToken\":\"x\"",
            "/v1/account", "\"settings\":{}");

    private static final String EMAIL = "\"email\":\"ana@example.org\"";

    /** Their bodies are not looked at. */
    private static final Set<String> WITHOUT_BODY = Set.of("/v1/account/sign-out", "/v1/account/exports");

    /** One route that takes a body, as the served description names it. */
    private record Taking(String method, String path) {

        Answer send(Client client, String password) {
            String type = method.equals("patch") ? "application/merge-patch+json" : "application/json";
            String body = "{" + GOOD.getOrDefault(path, EMAIL) + ",\"password\":\"" + password + "\"}";
            return client.send(
                    method.toUpperCase(Locale.ROOT),
                    path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()),
                    BodyPublishers.ofString(body),
                    "Content-Type",
                    type);
        }
    }

    @Test
    void no_route_that_the_server_describes_takes_one() throws Exception {
        List<Taking> routes = routes();
        Client ana = LocalServer.with(LocalServer.signedIn(LocalServer.freshAddress()));
        assertTrue(routes.contains(new Taking("post", "/v1/local-identity/sign-up")), routes::toString);
        assertAll(routes.stream()
                .filter(route -> !WITHOUT_BODY.contains(route.path()))
                .map(route -> () -> {
                    Answer answer = route.send(ana, "correct horse");
                    assertEquals(400, answer.status(), () -> route + " " + answer);
                }));
    }

    @Test
    void no_route_that_the_server_describes_names_one_in_a_query_or_a_path() throws Exception {
        assertFalse(description().toString().toLowerCase(Locale.ROOT).contains("password"));
    }

    @Test
    void no_column_holds_one() {
        List<String> columns = texts(COLUMNS);
        assertTrue(columns.contains("identity.users.email"), columns::toString);
        assertEquals(
                List.of(),
                columns.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).matches(".*(passw|passphrase|credential).*"))
                        .toList());
    }

    @Test
    void one_that_was_sent_all_the_same_is_in_no_answer_no_table_and_no_log() throws Exception {
        String password = "never-seen-" + UUID.randomUUID();
        List<Taking> routes = routes();
        Client ana = LocalServer.with(LocalServer.signedIn(LocalServer.freshAddress()));
        List<String> answers = new ArrayList<>();
        List<String> logged = loggedWhile(() ->
                routes.forEach(route -> answers.add(route.send(ana, password).text())));
        assertAll(
                () -> assertFalse(answers.toString().contains(password)),
                () -> assertFalse(logged.toString().contains(password)),
                () -> assertEquals(List.of(), tablesWith(password)));
    }

    private static List<String> tablesWith(String text) {
        return texts(TABLES).stream()
                .filter(table -> !texts("select 1 from " + table + " t where t::text like '%" + text + "%'")
                        .isEmpty())
                .toList();
    }

    private static JsonNode description() throws IOException, InterruptedException {
        URI address = SERVER.managementAddress().resolve("/openapi");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(text);
        }
    }

    private static List<Taking> routes() throws IOException, InterruptedException {
        return description().path("paths").properties().stream()
                .flatMap(NoPasswordTest::takingBodies)
                .toList();
    }

    private static Stream<Taking> takingBodies(Map.Entry<String, JsonNode> path) {
        return path.getValue().propertyNames().stream()
                .filter(WITH_BODY::contains)
                .map(method -> new Taking(method, path.getKey()));
    }

    private static List<String> loggedWhile(Runnable action) {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(formatter.format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            action.run();
        } finally {
            root.removeHandler(handler);
        }
        return lines;
    }

    private static List<String> texts(String sql) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
