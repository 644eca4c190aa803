package com.klinity.benchmarks.crash;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what happened beside what callers were told. Used by one thread. */
final class Tally {

    private final Map<Kill.Victims, Integer> kills = new EnumMap<>(Kill.Victims.class);
    private int starts;
    private int whole;
    private int absent;
    private int reads;
    private int repeated;

    void killed(Kill kill) {
        kills.merge(kill.victims(), 1, Integer::sum);
        starts += kill.early().isPositive() ? 1 : 0;
    }

    void settled(Operation operation, boolean done) {
        if (!operation.isWrite()) {
            reads++;
        } else if (done) {
            whole++;
        } else {
            absent++;
        }
    }

    void repeated(Optional<Operation.Create> create) {
        repeated += create.isPresent() ? 1 : 0;
    }

    String line(Journal journal, Snapshot last) {
        int all = kills.values().stream().mapToInt(Integer::intValue).sum();
        return "%d kills %s, %d starts killed; answered: %d writes, %d reads; audit entries: %d; not answered: %d writes"
                        .formatted(
                                all,
                                kills,
                                starts,
                                journal.writes(),
                                journal.reads(),
                                last.entries().size(),
                                whole + absent)
                + " (%d whole, %d absent, %d of them repeated), %d reads".formatted(whole, absent, repeated, reads);
    }
}
