package com.klinity.benchmarks.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what must be with what is, and says in a sentence each what does not agree:
 *
 * <ol>
 *   <li>every answer that a caller got has exactly the entries it must have, under its request id;
 *   <li>the rows are those that the answered writes left, and those of unanswered writes that were found whole;
 *   <li>every row has its one create entry and as many updates as its version says, what is gone has its delete entry,
 *       and no entry tells of a write that left nothing;
 *   <li>every chain holds and ends at its head.
 * </ol>
 */
final class Findings {

    private final Snapshot snapshot;
    private final List<String> findings;

    private Findings(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.findings = new ArrayList<>(snapshot.broken());
    }

    /**
     * Of what is.
     *
     * @param told     what callers were told is done
     * @param expected the rows there must be
     */
    static List<String> in(Snapshot snapshot, Collection<Told> told, Collection<Row> expected) {
        Findings findings = new Findings(snapshot);
        findings.answers(told);
        findings.rows(expected);
        findings.histories();
        return Collections.unmodifiableList(findings.findings);
    }

    private void answers(Collection<Told> told) {
        Map<UUID, List<Entry>> byRequest =
                snapshot.entries().stream().filter(Entry::success).collect(Collectors.groupingBy(Entry::request));
        for (Told answer : told) {
            List<Entry> entries = byRequest.getOrDefault(answer.request(), List.of());
            List<Touch> touches = entries.stream().map(Entry::touch).toList();
            boolean same = touches.size() == answer.touches().size()
                    && new HashSet<>(touches).equals(new HashSet<>(answer.touches()))
                    && entries.stream().allMatch(entry -> entry.account().equals(answer.account()));
            if (!same) {
                findings.add("request %s was answered, which is %s; the log has %s"
                        .formatted(answer.request(), answer.touches(), entries));
            }
        }
    }

    private void rows(Collection<Row> expected) {
        Set<UUID> known = new HashSet<>();
        for (Row row : expected) {
            known.add(row.id());
            Row found = snapshot.rows().get(row.id());
            if (!row.equals(found)) {
                findings.add("there must be " + row + ", there is " + (found == null ? "none" : found));
            }
        }
        snapshot.rows().values().stream()
                .filter(row -> !known.contains(row.id()))
                .forEach(row -> findings.add("there is " + row + ", which nobody made or which was deleted"));
    }

    private void histories() {
        Map<UUID, List<Entry>> histories = new HashMap<>();
        snapshot.entries().stream()
                .filter(entry -> entry.isWrite() && isKnown(entry.touch().resource()))
                .forEach(entry -> entry.touch()
                        .ids()
                        .forEach(id -> histories
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(entry)));
        Set<UUID> all = new TreeSet<>(histories.keySet());
        all.addAll(snapshot.rows().keySet());
        all.forEach(id -> history(id, histories.getOrDefault(id, List.of())));
    }

    private static boolean isKnown(String resource) {
        return resource.equals(Kind.PATIENT.resource()) || resource.equals(Kind.APPOINTMENT.resource());
    }

    /** What the entries tell of one resource must be what became of it. */
    private void history(UUID id, List<Entry> entries) {
        Row row = snapshot.rows().get(id);
        List<String> actions =
                entries.stream().map(entry -> entry.touch().action()).toList();
        List<String> right = new ArrayList<>(List.of(Touch.CREATE));
        long updates =
                row == null ? actions.stream().filter(Touch.UPDATE::equals).count() : row.version() - 1;
        right.addAll(Collections.nCopies((int) updates, Touch.UPDATE));
        if (row == null) {
            right.add(Touch.DELETE);
        }
        boolean ownChain = row == null
                || entries.stream().allMatch(entry -> entry.account().equals(row.account()));
        if (!actions.equals(right) || !ownChain) {
            findings.add("%s has the entries %s, and there is %s".formatted(id, entries, row == null ? "no row" : row));
        }
    }
}
