package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.OperatorDesk;
import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has the password of a role leaves the registers of emergency access as they are, or is found out. */
@Tag("AC-10")
class RegisterAttacksTest {

    static final List<String> ALL = RegisterAttacks.ALL;
    static final List<String> OF_THE_OPERATOR = RegisterAttacks.OF_THE_OPERATOR;
    static final List<String> OF_THE_OWNER = RegisterAttacks.OF_THE_OWNER;

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Desk DESK = new Desk(SERVER);
    private static final UUID RECORD = DESK.recorded();

    private static final String STATE = """
        select a.xmin || ' ' || a from audit.emergency_access a
        union all select r.xmin || ' ' || r from audit.emergency_access_reviews r
        union all select e.xmin || ' ' || e from audit.entries e
        union all select p::text from pg_proc p where pronamespace = 'audit'::regnamespace
        union all select t.xmin || ' ' || t.tgname || t.tgenabled::text from pg_trigger t
        union all select p.xmin || ' ' || p.polname from pg_policy p
        union all select concat_ws(' ', relname, relowner, relacl, relrowsecurity, relforcerowsecurity, relhasrules)
            from pg_class where relnamespace = 'audit'::regnamespace
        order by 1
        """;

    static {
        try (OperatorDesk desk = DESK.open()) {
            desk.emergencies().review(RECORD, "Rui Auditor", "as described");
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<String> ofOthers() {
        return Stream.concat(RegisterAttacks.ALL.stream(), RegisterAttacks.OF_OTHERS.stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void the_app_role_cannot(String attack) throws SQLException {
        harmless(DatabaseRole.APP, attack);
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void the_app_role_cannot_in_an_account(String attack) throws SQLException {
        try (Connection app = SERVER.connectIn(SERVER.practitioner().account())) {
            harmless(app, attack, DatabaseRole.APP);
        }
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void the_retention_role_cannot(String attack) throws SQLException {
        harmless(DatabaseRole.RETENTION, attack);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_operator_role_cannot(String attack) throws SQLException {
        harmless(DatabaseRole.OPERATOR, attack);
    }

    @ParameterizedTest
    @FieldSource("OF_THE_OPERATOR")
    void the_operator_role_records_nothing_that_is_no_record(String attack) throws SQLException {
        harmless(DatabaseRole.OPERATOR, attack);
    }

    @ParameterizedTest
    @FieldSource("OF_THE_OWNER")
    void the_owner_role_is_stopped_by_the_trigger(String attack) throws SQLException {
        harmless(DatabaseRole.OWNER, attack);
    }

    @Test
    void the_app_role_learns_no_more_than_a_number() throws SQLException {
        try (Connection app = SERVER.connect(DatabaseRole.APP)) {
            assertEquals("00000", end(app, "select audit.overdue_emergency_reviews()"));
        }
    }

    private static void harmless(DatabaseRole role, String attack) throws SQLException {
        try (Connection connection = SERVER.connect(role)) {
            connection.setAutoCommit(false);
            harmless(connection, attack, role);
        }
    }

    private static void harmless(Connection connection, String attack, DatabaseRole role) throws SQLException {
        String[] parts = attack.split(" \\| ", 2);
        List<String> before = DESK.texts(STATE);
        String sql = parts[1].replace("RECORD", RECORD.toString()).replace("ROLE", role.username());
        assertEquals(parts[0], end(connection, sql));
        assertEquals(before, DESK.texts(STATE));
    }

    /** Its SQLSTATE; what was not refused is committed. */
    private static String end(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
            return "00000";
        } catch (SQLException e) {
            connection.rollback();
            return String.valueOf(e.getSQLState());
        }
    }
}
