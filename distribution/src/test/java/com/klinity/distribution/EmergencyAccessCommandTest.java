package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AC-10")
class EmergencyAccessCommandTest {

    private static final List<String> GOOD = List.of(
            "emergency-access",
            "record",
            "--who=Dana Administrator",
            "--reason=disk full, ticket 4711",
            "--data=appointments.patients, 12 rows",
            "--actions=read, nothing changed",
            "--from=2026-03-01T09:00:00Z",
            "--to=2026-03-01T07:30:00-03:00");

    private final TestServer server = TestServer.of(new AppointmentsModule()).start();
    private final Console console = new Console(server);

    @AfterEach
    void leave() {
        console.close();
        server.close();
    }

    @Test
    void a_record_is_listed_with_all_it_says() {
        Practitioner ana = server.practitioner();
        ana.get("/v1/patients");
        assertEquals(0, record("--account=" + ana.account()), console::err);
        String id = recordedId();
        assertEquals(0, console.run("emergency-access", "list"), console::err);
        assertEquals(
                List.of(
                        "  who      Dana Administrator",
                        "  reason   disk full, ticket 4711",
                        "  data     appointments.patients, 12 rows",
                        "  actions  read, nothing changed",
                        "  from     2026-03-01T09:00:00Z",
                        "  to       2026-03-01T10:30:00Z",
                        "  accounts " + ana.account()),
                console.out().lines().skip(1).limit(7).toList());
        assertTrue(console.out().startsWith(id + "  recorded "), console::out);
        assertTrue(console.out().contains("  review   due by "), console::out);
    }

    @Test
    void a_reviewed_record_is_not_among_the_unreviewed() {
        record();
        String id = recordedId();
        assertEquals(
                0, console.run("emergency-access", "review", id, "--by", "Rui Auditor", "--finding", "as described"));
        assertEquals(0, console.run("emergency-access", "list", "--unreviewed"));
        assertEquals("none", console.out().strip());
        console.run("emergency-access", "list");
        assertTrue(console.out().contains(" by Rui Auditor: as described"), console::out);
    }

    static Stream<List<String>> wrongOptions() {
        String soon = Instant.now().plus(Duration.ofHours(1)).toString();
        return Stream.of(
                List.of("--who= "),
                List.of("--who=" + "w".repeat(201)),
                List.of("--reason="),
                List.of("--reason=" + "r".repeat(1001)),
                List.of("--reason=one\ntwo"),
                List.of("--data=\u0000"),
                List.of("--data=\u001b[2J"),
                List.of("--data=one\u2028two"),
                List.of("--actions=\t"),
                List.of("--from=2026-03-02T09:00:00Z"),
                List.of("--from=1999-12-31T23:59:59Z"),
                List.of("--from=-999999999-01-01T00:00:00Z"),
                List.of("--to=" + soon),
                List.of("--to=+999999999-12-31T23:59:59Z"),
                List.of("--to=yesterday"),
                List.of("--to=2026-03-01T10:00:00"),
                List.of("--account=ana"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void what_cannot_be_right_is_wrong_usage_and_a_sentence(List<String> wrong) {
        List<String> arguments = new ArrayList<>(GOOD);
        wrong.forEach(option -> {
            arguments.removeIf(other -> other.startsWith(option.substring(0, option.indexOf('=') + 1)));
            arguments.add(option);
        });
        assertEquals(2, console.run(arguments.toArray(String[]::new)), console::err);
        assertFalse(console.err().contains("Exception") || console.err().contains("java."), console::err);
        console.run("emergency-access", "list");
        assertEquals("none", console.out().strip());
    }

    @Test
    void each_part_is_needed() {
        for (int left = 2; left < GOOD.size(); left++) {
            List<String> arguments = new ArrayList<>(GOOD);
            arguments.remove(left);
            assertEquals(2, console.run(arguments.toArray(String[]::new)), console::err);
        }
        assertEquals(2, console.run("emergency-access"));
        assertEquals(2, console.run("emergency-access", "review"));
        assertEquals(2, console.run("emergency-access", "review", "4711", "--by", "Rui", "--finding", "fine"));
    }

    @Test
    void an_account_or_a_record_that_does_not_exist_is_a_finding() {
        UUID nobody = UUID.randomUUID();
        assertEquals(1, record("--account=" + nobody));
        assertEquals(
                "klinity: nothing was recorded: there is no account " + nobody,
                console.err().strip());
        assertEquals(
                1,
                console.run(
                        "emergency-access", "review", nobody.toString(), "--by", "Rui", "--finding", "as described"));
        assertEquals("klinity: there is no record " + nobody, console.err().strip());
    }

    @Test
    void an_overdue_review_is_a_finding_of_the_list_and_a_reminder_of_every_command() throws SQLException {
        Practitioner ana = server.practitioner();
        ana.get("/v1/patients");
        record();
        String overdue = recordedId();
        unhindered("update audit.emergency_access set recorded_at = recorded_at - interval '31 days';"
                + " update audit.entries e set details = audit.told(a) from audit.emergency_access a"
                + " where e.request_id = a.id");
        record();
        String other = recordedId();
        assertReminds();
        console.run("suspend", ana.account().toString(), "--reason", "stolen device");
        assertReminds();
        console.run("reinstate", ana.account().toString());
        assertReminds();
        console.run("reinstate", UUID.randomUUID().toString());
        assertReminds();
        console.run("emergency-access", "review", other, "--by", "Rui", "--finding", "as described");
        assertReminds();
        assertEquals(1, console.run("emergency-access", "list"));
        assertReminds();
        assertTrue(console.out().contains("OVERDUE since"), console::out);
        console.run("emergency-access", "review", overdue, "--by", "Rui", "--finding", "late");
        assertEquals("", console.err());
        assertEquals(0, console.run("emergency-access", "list"));
    }

    @Test
    void what_was_done_is_done_when_nobody_can_be_asked_for_a_reminder() throws SQLException {
        Practitioner ana = server.practitioner();
        ana.get("/v1/patients");
        unhindered("revoke execute on function audit.overdue_emergency_reviews from klinity_operator");
        assertEquals(0, console.run("suspend", ana.account().toString(), "--reason", "stolen device"), console::err);
        assertTrue(
                console.err()
                        .startsWith("klinity: whether a review of an emergency access is overdue could not be"
                                + " asked: the login may not do this"),
                console::err);
    }

    @Test
    @Tag("LG-3")
    void a_register_that_differs_from_the_audit_log_is_a_finding() throws SQLException {
        record();
        String id = recordedId();
        unhindered("update audit.emergency_access set actions = 'none'");
        assertEquals(1, console.run("emergency-access", "list"));
        assertTrue(console.out().contains("FAULT      " + id + " was changed after it was recorded"), console::out);
    }

    @Test
    void a_login_that_is_not_the_operators_is_told_so() {
        server.operatorSettings(DatabaseRole.APP).forEach(System::setProperty);
        assertEquals(3, record());
        assertTrue(console.err().contains("must name the operator role"), console::err);
        assertEquals(3, console.run("suspend", UUID.randomUUID().toString(), "--reason", "stolen device"));
        assertFalse(console.err().contains("Exception"), console::err);
    }

    @Test
    void the_help_says_that_no_text_may_hold_anything_about_a_patient() {
        assertEquals(0, console.run("emergency-access", "record", "--help"));
        assertTrue(console.out().replaceAll("\\s+", " ").contains("No text may hold anything about a patient"));
    }

    private void assertReminds() {
        String reminder = "klinity: emergency accesses that nobody reviewed within 30 days: 1;"
                + " see klinity emergency-access list --unreviewed";
        assertEquals(reminder, console.err().lines().toList().getLast());
    }

    private int record(String... more) {
        return console.run(Stream.concat(GOOD.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private String recordedId() {
        return console.out().lines().findFirst().orElseThrow().replace("recorded ", "");
    }

    /** As the superuser, whom no trigger stops then. */
    private void unhindered(String sql) throws SQLException {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        }
    }
}
