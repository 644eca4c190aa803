package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The statements that the guide for deployers gives for an emergency, as it gives them. */
@Tag("AC-10")
@Tag("AC-9")
class EmergencyGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide-deployers.md");
    private static final Pattern BLOCK =
            Pattern.compile(" *```sql\n *-- as (a superuser|klinity_owner)\n(.*?)```", Pattern.DOTALL);
    private static final String INSUFFICIENT = "42501";

    private final TestServer server = TestServer.of(new AppointmentsModule()).start();
    private final Practitioner ana = server.practitioner();
    private final List<MatchResult> blocks = blocks();
    private final String url = Objects.requireNonNull(
            server.operatorSettings(DatabaseRole.OPERATOR).get("klinity.database.url"));

    EmergencyGuideTest() throws IOException {}

    @BeforeEach
    void open() throws SQLException {
        assertEquals(201, ana.post("/v1/patients", "{\"name\": \"Rui Prado\"}").status());
        assertEquals(
                201,
                server.practitioner()
                        .post("/v1/patients", "{\"name\": \"Eva Lopes\"}")
                        .status());
        run(0, 2);
        as(DatabaseRole.SUPERUSER, "alter role klinity_emergency password 'emergency'");
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void the_login_sees_the_rows_of_the_account_and_no_others_until_it_is_closed() throws SQLException {
        try (Connection emergency = login()) {
            assertEquals(List.of("Rui Prado"), texts(emergency, "select name from appointments.patients"));
        }
        run(2, 4);
        assertThrows(SQLException.class, this::login);
        assertEquals(List.of(), texts("select rolname::text from pg_roles where rolname = 'klinity_emergency'"));
        assertEquals(List.of(), texts("select polname::text from pg_policy where polname = 'emergency'"));
    }

    @Test
    void the_login_can_do_nothing_else_and_not_hide_what_it_does() throws SQLException {
        try (Connection emergency = login()) {
            assertEquals(List.of("all"), texts(emergency, "show log_statement"));
            for (String sql : List.of(
                    "set log_statement = 'none'",
                    "begin; set transaction read write; update appointments.patients set name = ''",
                    "select * from appointments.appointments",
                    "select * from audit.entries",
                    "set role klinity_owner")) {
                assertEquals(INSUFFICIENT, refusal(emergency, sql), sql);
            }
        }
        run(2, 4);
    }

    @Test
    void servers_start_beside_it() throws SQLException {
        try (TestServer second = server.sibling()) {
            assertTrue(second.practitioner().get("/v1/patients").status() < 300);
        }
        run(2, 4);
    }

    private void run(int first, int end) throws SQLException {
        for (MatchResult block : blocks.subList(first, end)) {
            boolean owner = block.group(1).equals("klinity_owner");
            as(owner ? DatabaseRole.OWNER : DatabaseRole.SUPERUSER, here(block.group(2)));
        }
    }

    /** For this database, this account, and a time to come. */
    private String here(String sql) {
        return sql.replace("database klinity ", "database " + url.substring(url.lastIndexOf('/') + 1) + " ")
                .replace("3f0c0000-0000-4000-8000-000000000001", ana.account().toString())
                .replaceAll("valid until '[^']+'", "valid until 'infinity'");
    }

    private Connection login() throws SQLException {
        return DriverManager.getConnection(url, "klinity_emergency", "emergency");
    }

    private void as(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = server.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER)) {
            return texts(connection, sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static String refusal(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            statement.execute("rollback");
            return refused.getSQLState();
        }
    }

    private static List<MatchResult> blocks() throws IOException {
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(GUIDE)).results().toList();
        assertEquals(4, blocks.size());
        return blocks;
    }
}
