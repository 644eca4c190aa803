package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has the password of a role that the server runs with leaves the log as it is. */
@Tag("LG-3")
class LogAttacksTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Practitioner VICTIM = SERVER.practitioner();

    static {
        IntStream.range(0, 3).forEach(i -> VICTIM.post("/v1/notes", "{\"text\":\"x\"}"));
        VICTIM.get("/v1/notes/" + UUID.randomUUID());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<String> attacks() {
        return Stream.of(
                        LogAttacks.ROWS,
                        LogAttacks.TABLES,
                        LogAttacks.FUNCTIONS,
                        LogAttacks.CHECKPOINTS,
                        LogAttacks.RETIREMENT,
                        LogAttacks.POWERS)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void the_app_role_cannot_in_the_scope_of_the_account(String attack) throws SQLException {
        try (Connection app = SERVER.connectIn(VICTIM.account())) {
            harmless(app, attack, "klinity_app");
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void the_app_role_cannot_outside(String attack) throws SQLException {
        harmless(DatabaseRole.APP, attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void the_operator_role_cannot(String attack) throws SQLException {
        harmless(DatabaseRole.OPERATOR, attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void the_retention_role_cannot(String attack) throws SQLException {
        harmless(DatabaseRole.RETENTION, attack);
    }

    @Test
    void whatever_the_app_role_may_hold_does_not_stop_the_log() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        try (Connection app = SERVER.connectIn(ana.account());
                Statement statement = app.createStatement()) {
            statement.execute("lock table audit.heads, audit.entries in access share mode");
            statement.execute("select pg_advisory_lock(k) from generate_series(-100, 100) k");
            statement.execute(
                    "select pg_advisory_xact_lock('audit.heads'::regclass::int, hashtext('" + ana.account() + "'))");
            statement.execute("select * from audit.heads");
            assertEquals(201, ana.post("/v1/notes", "{\"text\":\"x\"}").status());
            assertEquals(200, ana.get("/v1/notes").status());
        }
        assertEquals(
                List.of("read", "create", "read"),
                ana.auditEntries().stream().map(AuditLine::action).toList());
    }

    private static void harmless(DatabaseRole role, String attack) throws SQLException {
        try (Connection connection = SERVER.connect(role)) {
            connection.setAutoCommit(false);
            harmless(connection, attack, role.username());
        }
    }

    private static void harmless(Connection connection, String attack, String role) throws SQLException {
        String[] parts = attack.split(" \\| ", 2);
        List<String> before = LogState.of(SERVER);
        String ended = end(
                connection,
                parts[1].replace("ACCOUNT", VICTIM.account().toString()).replace("ROLE", role));
        assertTrue(List.of(parts[0].split("\\|", -1)).contains(ended), () -> "ended with " + ended);
        assertEquals(before, LogState.of(SERVER));
        Chain.of(SERVER, VICTIM.account()).verify();
    }

    /** Its SQLSTATE; what was not refused is committed. */
    private static String end(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            String warning = statement.getWarnings() == null
                    ? "00000"
                    : String.valueOf(statement.getWarnings().getSQLState());
            connection.commit();
            return warning;
        } catch (SQLException e) {
            connection.rollback();
            return String.valueOf(e.getSQLState());
        }
    }
}
