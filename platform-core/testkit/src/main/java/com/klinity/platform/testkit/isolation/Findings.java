package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold after somebody tried. */
record Findings(Arena arena, Specimen specimen) {

    /** Both were told the same, and the database was asked the same. */
    void alike(String when, Exchange theirs, Exchange none) {
        assertEquals(
                Told.by(none),
                Told.by(theirs),
                when + ": the answer (second) differs from the one for what never existed (first)");
        if (arena.tellsStatements(specimen)) {
            assertFalse(theirs.statements().isEmpty(), "no statement was seen, so none can be compared");
            assertEquals(
                    none.statements(),
                    theirs.statements(),
                    when + ": other statements (second) are run than for what never existed (first)");
        }
    }

    /** The owner noticed nothing, and nobody else got hold of anything. */
    void untouched(String when, Arena.Owner owner, Map<String, String> before, Exchange... attempts) {
        Map<String, String> after = owner.state();
        assertAll(
                when,
                Stream.concat(
                        Stream.of(
                                () -> assertEquals(Set.of(), changed(before, after), "what the owner has was changed")),
                        Stream.of(attempts).map(attempt -> () -> harmless(owner.world(), attempt))));
    }

    private void harmless(World owner, Exchange attempt) {
        Set<String> secrets = owner.traces();
        Set<String> unsaid = new TreeSet<>(secrets);
        unsaid.removeAll(attempt.sent());
        assertEquals(
                Set.of(),
                within(attempt.everything(), unsaid),
                "the answer tells what is the owner's: " + attempt.answer());
        if (attempt.sent().contains(owner.marker())) {
            secrets.remove(owner.marker());
        }
        UUID caller = attempt.caller().practitioner().account();
        arena.rows()
                .of(caller)
                .forEach((table, rows) -> assertEquals(
                        Set.of(),
                        within(String.join("\n", rows), secrets),
                        table + " of the caller points to what is the owner's"));
        if (arena.bound(specimen)) {
            logged(attempt, caller);
        }
    }

    /** Entries about the attempt are in the caller's log alone; a refusal has one, with its outcome. */
    private void logged(Exchange attempt, UUID caller) {
        String id = Objects.requireNonNull(attempt.answer().header("X-Request-Id"), "no X-Request-Id");
        List<Rows.Entry> entries = arena.rows().logged(UUID.fromString(id));
        assertEquals(
                Set.of(),
                entries.stream()
                        .map(Rows.Entry::account)
                        .filter(account -> !account.equals(caller))
                        .collect(Collectors.toSet()),
                "somebody else's audit log has an entry about it");
        if (!attempt.succeeded()) {
            assertEquals(
                    List.of(attempt.problem()),
                    entries.stream().map(Rows.Entry::outcome).toList(),
                    "the caller's audit log has one entry about a refusal, with its outcome");
        }
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    /** Bytes are shown in hexadecimal, so a text is looked for in both forms. */
    private static Set<String> within(String text, Set<String> traces) {
        return traces.stream()
                .filter(trace -> text.contains(trace)
                        || text.contains(HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8)))
                        || text.contains("\\x" + trace.replace("-", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
