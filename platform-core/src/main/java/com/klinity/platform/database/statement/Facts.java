package com.klinity.platform.database.statement;

import java.util.HashSet;
import java.util.Set;

/** What was found in a text so far. */
final class Facts {

    private final Set<Relation> reads = new HashSet<>();
    private final Set<Relation> writes = new HashSet<>();
    private final Set<String> functions = new HashSet<>();
    private boolean locks;

    void reads(Relation relation) {
        reads.add(relation);
    }

    void writes(Relation relation) {
        writes.add(relation);
    }

    void locks() {
        locks = true;
    }

    /** A function of the core. */
    void calls(String function) {
        functions.add(function);
    }

    Reading.Understood all() {
        return new Reading.Understood(
                Set.copyOf(reads),
                Set.copyOf(writes),
                Set.copyOf(functions),
                writes.isEmpty() && !locks && Functions.THAT_READ.containsAll(functions));
    }
}
