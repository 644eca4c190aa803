package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever an operator changes by a command is in the audit log. */
@Tag("LG-1")
@Tag("AC-10")
class OperatorCommandsTest {

    /** Commands that change nothing by themselves; what a server does on behalf of others it writes down itself. */
    private static final Set<String> HARMLESS =
            Set.of("serve", "demo", "modules", "audit verify", "emergency-access list");

    /** Changes only what is six years old: {@code AuditArchiveTest} finds its entries. */
    private static final Set<String> TRIED_ELSEWHERE = Set.of("audit archive");

    private static final String ENTRIES = """
        select action || ' ' || resource_type from audit.entries where user_id = 'klinity_operator'
        order by occurred_at, account_id
        """;

    /** By command, in an order in which they can be run: its further arguments, and the entries that it leaves. */
    private static Map<String, Trial> trials(String account) {
        Map<String, Trial> trials = new LinkedHashMap<>();
        trials.put("suspend", new Trial(List.of(account, "--reason", "stolen device"), List.of("revoke Account")));
        trials.put("reinstate", new Trial(List.of(account), List.of("revoke Account")));
        trials.put(
                "emergency-access record",
                new Trial(
                        Stream.of("who=w", "reason=r", "data=d", "actions=a", "account=" + account)
                                .map(option -> "--" + option)
                                .toList(),
                        List.of("create EmergencyAccess", "read Account")));
        trials.put(
                "emergency-access review",
                new Trial(List.of("--by", "Rui", "--finding", "f"), List.of("update EmergencyAccess")));
        return trials;
    }

    private record Trial(List<String> arguments, List<String> entries) {}

    @Test
    void every_command_is_known_to_change_something_or_not() {
        Set<String> known = new TreeSet<>(trials("").keySet());
        known.addAll(HARMLESS);
        known.addAll(TRIED_ELSEWHERE);
        assertEquals(known, new TreeSet<>(leaves("", Main.commandLine()).toList()));
    }

    @Test
    void every_change_leaves_its_entries() throws SQLException {
        try (TestServer server = TestServer.of(new AppointmentsModule()).start();
                Console console = new Console(server)) {
            Practitioner ana = server.practitioner();
            ana.get("/v1/patients");
            List<String> expected = new ArrayList<>();
            for (Map.Entry<String, Trial> each :
                    trials(ana.account().toString()).entrySet()) {
                List<String> line = new ArrayList<>(List.of(each.getKey().split(" ", -1)));
                line.addAll(each.getValue().arguments());
                line.addAll(missing(each.getKey(), console));
                assertEquals(0, console.run(line.toArray(String[]::new)), console::err);
                expected.addAll(each.getValue().entries());
                assertEquals(expected, entries(server), each.getKey());
            }
        }
    }

    /** What is only known when it is run. */
    private static List<String> missing(String command, Console console) {
        return switch (command) {
            case "emergency-access record" -> List.of("--from=2026-03-01T09:00:00Z", "--to=2026-03-01T09:00:00Z");
            case "emergency-access review" ->
                List.of(console.out().lines().findFirst().orElseThrow().replace("recorded ", ""));
            default -> List.of();
        };
    }

    private static List<String> entries(TestServer server) throws SQLException {
        List<String> entries = new ArrayList<>();
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ENTRIES)) {
            while (row.next()) {
                entries.add(row.getString(1));
            }
        }
        return entries;
    }

    private static Stream<String> leaves(String path, CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(path.strip())
                : command.getSubcommands().entrySet().stream()
                        .flatMap(each -> leaves(path + " " + each.getKey(), each.getValue()));
    }
}
