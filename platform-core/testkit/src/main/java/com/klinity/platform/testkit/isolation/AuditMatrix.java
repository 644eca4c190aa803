package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Control LG-1 over a running server: every route that belongs to an account, played by the owner of what the request
 * names, with unknown and foreign values, with stale and missing entity tags, with bad bodies, and by a suspended account.
 *
 * <p>None of them has an adapter called, its body read or its answer written while its transaction is open. A request
 * leaves one entry in the chain of its account and none in another one: who, when, from where, what, to which
 * resources, with which outcome, under the request id of the answer. Only a read of what is nobody's health information
 * leaves none when it succeeds. The routes come from the server itself, so that none can be forgotten.
 */
public final class AuditMatrix {

    private static final String SUSPEND = "select platform.set_suspended(?, true, 'a test', gen_random_uuid())";
    private static final String HERE = "127.0.0.1";

    private final TestServer server;
    private final Arena arena;
    private final Specimens specimens;
    private final Map<Specimen, World> worlds = new HashMap<>();
    private @Nullable World stranger;

    /** Over accounts of the testkit's own issuer. */
    public AuditMatrix(TestServer server, Specimens specimens) {
        this(server, specimens, server::practitioner);
    }

    /**
     * Over accounts from elsewhere.
     *
     * @param accounts gives a new account each time
     */
    public AuditMatrix(TestServer server, Specimens specimens, Supplier<Practitioner> accounts) {
        this.server = server;
        this.arena = new Arena(server, specimens, accounts);
        this.specimens = specimens;
    }

    /** The tests; each blocks while it talks to the server. To be run one after the other. */
    public Stream<DynamicTest> tests() {
        return all().entrySet().stream().map(test -> DynamicTest.dynamicTest(test.getKey(), test.getValue()));
    }

    /** By name. */
    Map<String, Executable> all() {
        Map<String, Executable> tests = new LinkedHashMap<>();
        tests.put("every route of an account has a specimen", this::complete);
        specimens.requests().stream()
                .filter(arena::bound)
                .forEach(specimen -> AuditTrial.of(specimen)
                        .forEach(trial ->
                                tests.put(specimen + " ▸ " + trial.how(), Waits.without(() -> run(specimen, trial)))));
        return tests;
    }

    private void complete() {
        Set<String> missing = new TreeSet<>(arena.boundRoutes());
        missing.removeAll(specimens.requests().stream().map(Specimen::routeName).collect(Collectors.toSet()));
        assertEquals(Set.of(), missing, "routes that no specimen covers");
    }

    private void run(Specimen specimen, AuditTrial trial) throws SQLException {
        World own = worlds.computeIfAbsent(specimen, arena::world);
        Request request = trial.request().apply(own, stranger());
        if (trial.suspended()) {
            suspend(own);
        }
        Instant before = Instant.now();
        Answer answer = request.by(own.practitioner());
        Instant after = Instant.now();
        if (trial.suspended() || answer.status() / 100 == 2) {
            worlds.remove(specimen); // no longer what it was
        }
        assertTrue(trial.status().test(answer.status()), answer::toString);
        check(specimen, own, answer, before, after);
    }

    private void check(Specimen specimen, World own, Answer answer, Instant before, Instant after) {
        DeclaredRoute.Access access = arena.access(specimen);
        UUID request = UUID.fromString(Objects.requireNonNull(answer.header("X-Request-Id"), "no X-Request-Id"));
        List<LogEntry> entries = LogEntry.of(server, request);
        boolean done = answer.status() / 100 == 2;
        assertEquals(done && !access.audited() ? 0 : 1, entries.size(), () -> "entries of " + answer);
        for (LogEntry entry : entries) {
            UUID account = own.practitioner().account();
            String outcome =
                    done ? "success" : answer.json().path("type").asString("").replaceAll(".*/", "");
            LogEntry expected = new LogEntry(
                    account,
                    account.toString(),
                    entry.at(),
                    HERE,
                    access.action(),
                    access.resource(),
                    entry.ids(),
                    outcome);
            assertEquals(expected, entry);
            assertTrue(
                    !entry.at().isBefore(before) && !entry.at().isAfter(after),
                    () -> entry.at() + " is not between " + before + " and " + after);
            assertTrue(
                    Touched.fits(entry.ids(), specimen, own, answer),
                    () -> "an entry about " + entry.ids() + " for " + answer);
        }
    }

    private World stranger() {
        World known = stranger;
        if (known == null) {
            known = arena.world();
            stranger = known;
        }
        return known;
    }

    /** Nobody suspends an account that never called. */
    private void suspend(World world) throws SQLException {
        UUID account = world.practitioner().account();
        try (Connection known = server.connectIn(account);
                Connection operator = server.connect(DatabaseRole.OPERATOR);
                PreparedStatement statement = operator.prepareStatement(SUSPEND)) {
            known.commit();
            statement.setObject(1, account);
            statement.execute();
        }
    }
}
