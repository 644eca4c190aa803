package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.Launch;
import com.klinity.platform.OperatorDesk;
import com.klinity.platform.OperatorDesk.Outcome;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.StartFailure;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Suspension by the operator, beside a running server. */
class OperatorDeskTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Behind BEHIND = new Behind(SERVER);

    private static final String BROKEN_LINKS = """
        select count(*) from (
            select e as entry, e.hash,
                lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.sequence) as previous
            from audit.entries e where e.account_id = ?) as link
        where hash <> audit.link(previous, entry)
        """;

    private final Practitioner ana = SERVER.practitioner();
    private final OperatorDesk desk = OperatorDesk.open(launch(Map.of(
            "klinity.database.operator.username",
            "klinity_operator",
            "klinity.database.operator.password",
            password())));

    @AfterEach
    void leave() {
        desk.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Tag("AC-6")
    @Tag("IR-1")
    void a_suspension_acts_on_the_very_next_request() {
        assertEquals(200, ana.get("/v1/notes").status());
        assertEquals(Outcome.DONE, desk.suspend(ana.account(), "stolen device"));
        assertEquals(403, ana.get("/v1/notes").status());
    }

    @Test
    @Tag("AC-6")
    void a_reinstatement_as_well() {
        ana.get("/v1/notes");
        desk.suspend(ana.account(), "stolen device");
        assertEquals(Outcome.DONE, desk.reinstate(ana.account()));
        assertEquals(200, ana.get("/v1/notes").status());
    }

    @Test
    @Tag("AC-6")
    @Tag("LG-1")
    void both_are_in_the_accounts_audit_log() {
        ana.get("/v1/whoami");
        desk.suspend(ana.account(), "stolen device");
        desk.reinstate(ana.account());
        assertEquals(
                List.of(
                        revocation("{\"state\": \"suspended\", \"reason\": \"stolen device\"}"),
                        revocation("{\"state\": \"reinstated\", \"reason\": \"\"}")),
                ana.auditEntries());
        assertEquals(0, BEHIND.number(BROKEN_LINKS, ana.account()));
    }

    @Test
    @Tag("LG-3")
    void the_chain_goes_on_after_them() {
        ana.get("/v1/notes");
        desk.suspend(ana.account(), "stolen device");
        ana.get("/v1/notes");
        assertEquals(3, ana.auditEntries().size());
        assertEquals(0, BEHIND.number(BROKEN_LINKS, ana.account()));
    }

    @Test
    void a_second_suspension_changes_nothing_and_leaves_no_entry() {
        ana.get("/v1/whoami");
        desk.suspend(ana.account(), "stolen device");
        assertEquals(Outcome.UNCHANGED, desk.suspend(ana.account(), "again"));
        assertEquals(1, ana.auditEntries().size());
    }

    @Test
    void an_account_that_is_not_suspended_cannot_be_reinstated() {
        ana.get("/v1/notes");
        assertEquals(Outcome.UNCHANGED, desk.reinstate(ana.account()));
    }

    @Test
    void an_unknown_account_is_not_made() {
        UUID nobody = UUID.randomUUID();
        assertEquals(Outcome.UNKNOWN, desk.suspend(nobody, "stolen device"));
        assertEquals(0, BEHIND.number("select count(*) from identity.users where id = ?", nobody));
    }

    @Test
    @Tag("AC-4")
    void a_deleted_account_is_not_reinstated() {
        ana.get("/v1/notes");
        desk.suspend(ana.account(), "stolen device");
        Practitioner bob = SERVER.practitioner();
        bob.delete("/v1/account");
        assertEquals(Outcome.DELETED, desk.reinstate(bob.account()));
        assertEquals(401, bob.get("/v1/notes").status());
    }

    @Test
    @Tag("AC-9")
    void the_operators_login_is_needed() {
        List<String> faults = assertThrows(StartFailure.class, () -> OperatorDesk.open(launch(Map.of())))
                .faults();
        assertEquals(
                List.of(
                        "klinity.database.operator.username: is missing; set it in conf/klinity.properties or as"
                                + " KLINITY_DATABASE_OPERATOR_USERNAME",
                        "klinity.database.operator.password: is missing; set it in conf/klinity.properties or as"
                                + " KLINITY_DATABASE_OPERATOR_PASSWORD"),
                faults);
    }

    @Test
    void with_a_lost_connection_nobody_says_that_nothing_was_written() throws SQLException {
        DatabaseOutage.disconnect(SERVER, DatabaseRole.OPERATOR);
        List<String> faults = assertThrows(StartFailure.class, () -> desk.suspend(ana.account(), "stolen device"))
                .faults();
        assertEquals(
                List.of("the connection to the database was lost (SQLSTATE 57P01), so it is not known whether this was"
                        + " written; repeat it, which says whether it was so before"),
                faults);
    }

    private static Launch launch(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("klinity.database.url", BEHIND.database());
        return new Launch(SERVER.dataDirectory(), all, false, Optional.empty());
    }

    private static String password() {
        return TestCluster.shared().credentials(DatabaseRole.OPERATOR).password();
    }

    private AuditLine revocation(String details) {
        return new AuditLine("revoke", "Account", List.of(ana.account()), "success", details);
    }
}
