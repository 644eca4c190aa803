package com.klinity.platform.database;

import java.util.Set;

/**
 * Which tables the statements of a feature may name: its own and those of the features it is opened after (the minimum
 * necessary, 45 CFR §164.502(b)). Row-level security keeps accounts apart; this keeps features apart inside an account.
 *
 * @param closed schemas that they may not name
 */
public record Reach(Set<String> closed) {

    /** What any feature may ask of the core: its own account. */
    private static final Set<String> OF_THE_CORE = Set.of("identity.users", "platform.current_account");

    /** Copies the set. */
    public Reach {
        closed = Set.copyOf(closed);
    }

    /**
     * Lets a statement through.
     *
     * @throws OutOfReach when it is none that a feature may run, or names a table of somebody else
     */
    NamedSql check(NamedSql sql) {
        sql.fault().ifPresent(fault -> {
            throw new OutOfReach(fault);
        });
        for (String name : sql.qualified()) {
            if (closed.contains(name.substring(0, name.indexOf('.'))) && !OF_THE_CORE.contains(name)) {
                throw new OutOfReach("a statement names " + name + ", which its feature may not reach");
            }
        }
        return sql;
    }
}
