package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.OperatorDesk;
import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody does to the registers who can switch off their triggers shows beside the operators' chain. */
@Tag("AC-10")
@Tag("LG-3")
class RegisterProofTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Desk DESK = new Desk(SERVER);

    /** As the superuser, whom no trigger stops then. */
    private static final String UNHINDERED = "set session_replication_role = replica; ";

    private final UUID id = DESK.recorded();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void registers_that_nobody_touched_have_no_fault() {
        review(id);
        assertEquals(List.of(), faultsOf(id));
    }

    @Test
    void a_changed_record() throws SQLException {
        DESK.asSuperuser(UNHINDERED + "update audit.emergency_access set actions = 'none' where id = '" + id + "'");
        assertEquals(List.of(id + " was changed after it was recorded"), faultsOf(id));
    }

    @Test
    void a_removed_record() throws SQLException {
        DESK.asSuperuser(UNHINDERED + "delete from audit.emergency_access where id = '" + id + "'");
        assertEquals(List.of(id + " is in the audit log, and gone from the register"), faultsOf(id));
    }

    @Test
    void an_added_record() throws SQLException {
        UUID added = UUID.randomUUID();
        DESK.asSuperuser("insert into audit.emergency_access select '" + added + "', recorded_at, recorded_by,"
                + " accessed_by, reason, data, actions, started_at, ended_at, accounts from audit.emergency_access"
                + " where id = '" + id + "'");
        assertEquals(List.of(added + " is not in the audit log"), faultsOf(added));
    }

    @Test
    void a_changed_review() throws SQLException {
        UUID review = review(id);
        DESK.asSuperuser(
                UNHINDERED + "update audit.emergency_access_reviews set finding = 'fine' where id = '" + review + "'");
        assertEquals(List.of(review + " was changed after it was recorded"), faultsOf(review));
    }

    @Test
    void a_review_with_the_id_of_an_access_is_no_fault() throws SQLException {
        reviewAs(id);
        assertEquals(List.of(), faultsOf(id));
    }

    @Test
    void a_changed_review_with_the_id_of_an_access() throws SQLException {
        reviewAs(id);
        DESK.asSuperuser(
                UNHINDERED + "update audit.emergency_access_reviews set finding = 'fine' where id = '" + id + "'");
        assertEquals(List.of(id + " was changed after it was recorded"), faultsOf(id));
    }

    @Test
    void a_record_whose_entry_has_left_the_database_after_six_years_is_no_fault() throws SQLException {
        UUID old = UUID.randomUUID();
        DESK.asSuperuser("insert into audit.emergency_access values ('" + old + "', now() - interval '6 years 1 day',"
                + " 'klinity_operator', 'w', 'r', 'd', 'a', now(), now(), '{}')");
        assertEquals(List.of(), faultsOf(old));
    }

    @Test
    void an_account_cannot_have_the_operators_chain_for_its_own() throws SQLException {
        assertTrue(SERVER.practitioner(Desk.OPERATORS).get("/v1/notes").status() >= 400);
        assertEquals(
                List.of("0"), DESK.texts("select count(*) from identity.users where id = '" + Desk.OPERATORS + "'"));
    }

    private static UUID review(UUID access) {
        try (OperatorDesk desk = DESK.open()) {
            return desk.emergencies()
                    .review(access, "Rui Auditor", "as described")
                    .orElseThrow();
        }
    }

    /** As the operator role, which may choose the id. */
    private static void reviewAs(UUID id) throws SQLException {
        try (Connection operator = SERVER.connect(DatabaseRole.OPERATOR);
                Statement statement = operator.createStatement()) {
            statement.execute("select audit.review_emergency_access('" + id + "', '" + id + "', 'Rui', 'f')");
        }
    }

    private static List<String> faultsOf(UUID record) {
        try (OperatorDesk desk = DESK.open()) {
            return desk.emergencies().faults().stream()
                    .filter(fault -> fault.startsWith(record.toString()))
                    .toList();
        }
    }
}
