package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.EmergencyAccess;
import com.klinity.platform.EmergencyDesk;
import com.klinity.platform.EmergencyDesk.NotEnded;
import com.klinity.platform.EmergencyDesk.UnknownAccounts;
import com.klinity.platform.OperatorDesk;
import com.klinity.platform.RecordedAccess;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.StartFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register of emergency access, beside a running server. */
@Tag("AC-10")
class EmergencyDeskTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Desk DESK = new Desk(SERVER);

    private final Practitioner ana = SERVER.practitioner();
    private final OperatorDesk desk = DESK.open();
    private final EmergencyDesk emergencies = desk.emergencies();

    @AfterEach
    void leave() {
        desk.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_record_tells_who_why_what_and_when() {
        ana.get("/v1/notes");
        UUID id = DESK.recorded(ana.account());
        RecordedAccess recorded = find(id);
        assertEquals(Desk.access(ana.account()), recorded.access());
        assertEquals("klinity_operator", recorded.recordedBy());
        assertEquals(recorded.recordedAt().plus(Duration.ofDays(30)), recorded.reviewDue());
        assertEquals(List.of(), recorded.reviews());
    }

    @Test
    @Tag("LG-1")
    void the_whole_record_is_in_the_operators_chain() {
        ana.get("/v1/notes");
        UUID id = DESK.recorded(ana.account());
        AuditLine line = operatorsLog().getLast();
        JsonNode told = JsonMapper.shared().readTree(line.details());
        assertEquals("create EmergencyAccess [" + id + "]", told(line));
        assertEquals(id.toString(), told.path("id").asString());
        assertEquals("klinity_operator", told.path("recordedBy").asString());
        assertEquals("Dana Administrator", told.path("who").asString());
        assertEquals("disk full, ticket 4711", told.path("reason").asString());
        assertEquals("appointments.patients, 12 rows", told.path("data").asString());
        assertEquals("read, nothing changed", told.path("actions").asString());
        assertEquals(Desk.FROM, Instant.parse(told.path("from").asString()));
        assertEquals(Desk.TO, Instant.parse(told.path("to").asString()));
        assertEquals("[\"" + ana.account() + "\"]", told.path("accounts").toString());
    }

    @Test
    @Tag("LG-1")
    void its_reason_is_in_the_log_of_each_account_it_concerned() {
        Practitioner ben = SERVER.practitioner();
        ana.get("/v1/whoami");
        ben.get("/v1/whoami");
        UUID id = DESK.recorded(ben.account(), ana.account());
        for (Practitioner each : List.of(ana, ben)) {
            AuditLine line = each.auditEntries().getLast();
            assertEquals("read Account [" + each.account() + "]", told(line));
            assertEquals(
                    "{\"reason\": \"disk full, ticket 4711\", \"emergencyAccess\": \"" + id + "\"}", line.details());
        }
    }

    @Test
    @Tag("LG-3")
    void the_chains_go_on_after_it() {
        ana.get("/v1/notes");
        DESK.recorded(ana.account());
        ana.get("/v1/notes");
        assertEquals(3, ana.auditEntries().size());
        Chain.of(SERVER, ana.account()).verify();
        Chain.of(SERVER, Desk.OPERATORS).verify();
    }

    @Test
    void an_access_that_concerned_no_account_is_recorded_too() {
        UUID id = DESK.recorded();
        assertEquals(Set.of(), find(id).access().accounts());
    }

    @Test
    void with_an_account_that_does_not_exist_nothing_is_recorded() {
        ana.get("/v1/whoami");
        UUID nobody = UUID.randomUUID();
        int before = operatorsLog().size();
        UnknownAccounts outcome =
                assertInstanceOf(UnknownAccounts.class, emergencies.record(Desk.access(ana.account(), nobody)));
        assertEquals(List.of(nobody), outcome.accounts());
        assertEquals(before, operatorsLog().size());
        assertEquals(List.of(), ana.auditEntries());
    }

    @Test
    @Tag("AC-7")
    void an_account_that_was_deleted_meanwhile_is_named_all_the_same() {
        ana.get("/v1/notes");
        ana.delete("/v1/account");
        UUID id = DESK.recorded(ana.account());
        assertEquals(Set.of(ana.account()), find(id).access().accounts());
    }

    @Test
    void an_access_that_has_not_ended_is_not_recorded() {
        EmergencyAccess access = Desk.access();
        Instant to = Instant.now().plus(Duration.ofHours(1));
        EmergencyAccess later = new EmergencyAccess("w", "r", "d", "a", access.from(), to, Set.of());
        int before = operatorsLog().size();
        assertInstanceOf(NotEnded.class, emergencies.record(later));
        assertEquals(before, operatorsLog().size());
    }

    @Test
    void with_a_lost_connection_nobody_says_that_nothing_was_recorded() throws SQLException {
        DatabaseOutage.disconnect(SERVER, DatabaseRole.OPERATOR);
        assertLooks(() -> emergencies.record(Desk.access()));
        assertLooks(() -> emergencies.review(UUID.randomUUID(), "Rui Auditor", "as described"));
    }

    private static void assertLooks(Executable work) {
        String fault = assertThrows(StartFailure.class, work).faults().getFirst();
        assertTrue(
                fault.endsWith("so it is not known whether this was written; look with 'klinity emergency-access list'"
                        + " before you repeat it"),
                fault);
    }

    @Test
    void another_role_is_told_that_nothing_was_recorded() {
        try (OperatorDesk app = DESK.open(DatabaseRole.APP)) {
            EmergencyDesk theirs = app.emergencies();
            String fault = assertThrows(StartFailure.class, () -> theirs.record(Desk.access()))
                    .faults()
                    .getFirst();
            assertTrue(fault.startsWith("nothing was written: the login may not do this"), fault);
        }
    }

    @Test
    void times_that_cannot_be_right_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new EmergencyAccess("w", "r", "d", "a", Desk.TO, Desk.FROM, Set.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EmergencyAccess("w", "r", "d", "a", Instant.MIN, Desk.TO, Set.of()));
    }

    @Test
    void a_review_is_recorded_beside_it_and_in_the_operators_chain() {
        UUID id = DESK.recorded();
        UUID review = emergencies.review(id, "Rui Auditor", "as described").orElseThrow();
        RecordedAccess.Review seen = find(id).reviews().getFirst();
        assertEquals("Rui Auditor: as described", seen.by() + ": " + seen.finding());
        AuditLine line = operatorsLog().getLast();
        assertEquals("update EmergencyAccess [" + id + "]", told(line));
        JsonNode told = JsonMapper.shared().readTree(line.details());
        assertEquals(review.toString(), told.path("id").asString());
        assertEquals("Rui Auditor", told.path("by").asString());
        assertEquals("as described", told.path("finding").asString());
    }

    @Test
    void a_second_review_is_one_more() {
        UUID id = DESK.recorded();
        emergencies.review(id, "Rui Auditor", "as described");
        emergencies.review(id, "Eva Auditor", "agreed");
        assertEquals(
                List.of("Rui Auditor", "Eva Auditor"),
                find(id).reviews().stream().map(RecordedAccess.Review::by).toList());
    }

    @Test
    void what_is_not_in_the_register_cannot_be_reviewed() {
        int before = operatorsLog().size();
        assertEquals(Optional.empty(), emergencies.review(UUID.randomUUID(), "Rui Auditor", "as described"));
        assertEquals(before, operatorsLog().size());
    }

    @Test
    void a_review_is_overdue_after_thirty_days_and_not_before() throws SQLException {
        UUID id = DESK.recorded();
        long before = emergencies.overdue();
        DESK.age(id, "29 days 23 hours");
        assertFalse(find(id).overdue());
        assertEquals(before, emergencies.overdue());
        DESK.age(id, "2 hours");
        assertTrue(find(id).overdue());
        assertEquals(before + 1, emergencies.overdue());
        emergencies.review(id, "Rui Auditor", "late, and as described");
        assertFalse(find(id).overdue());
        assertEquals(before, emergencies.overdue());
    }

    @Test
    @Tag("AC-9")
    void no_other_role_gets_at_the_register() {
        for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.RETENTION)) {
            try (OperatorDesk other = DESK.open(role)) {
                EmergencyDesk register = other.emergencies();
                assertForbidden(() -> register.record(Desk.access()));
                assertForbidden(() -> register.review(UUID.randomUUID(), "w", "f"));
                assertForbidden(register::all);
                assertForbidden(register::faults);
            }
        }
    }

    private static void assertForbidden(Executable act) {
        StartFailure failure = assertThrows(StartFailure.class, act);
        assertTrue(failure.faults().getFirst().contains("must name the operator role"), failure::getMessage);
    }

    private RecordedAccess find(UUID id) {
        return emergencies.all().stream()
                .filter(access -> access.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<AuditLine> operatorsLog() {
        return SERVER.practitioner(Desk.OPERATORS).auditEntries();
    }

    private static String told(AuditLine line) {
        return line.action() + " " + line.resourceType() + " " + line.resourceIds();
    }
}
