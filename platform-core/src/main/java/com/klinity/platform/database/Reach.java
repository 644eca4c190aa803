package com.klinity.platform.database;

import com.klinity.platform.database.statement.Reading;
import com.klinity.platform.database.statement.Relation;
import java.util.Set;

/**
 * What the statements of a feature may name: its own tables and those of the features it is opened after (the minimum
 * necessary, 45 CFR §164.502(b)). Row-level security keeps accounts apart; this keeps features apart inside an account.
 *
 * @param everything the core's: whatever it names, in any spelling
 * @param schemas    those whose tables it reaches
 */
public record Reach(boolean everything, Set<String> schemas) {

    /** Tables of the core that the feature of this name may read. */
    private static final String AUDIT = "audit";

    /** What no feature has, whatever it is called. */
    private static final Set<String> NOBODYS = Set.of("platform", "public", "information_schema");

    /** The core's own table in a feature's schema. Any feature may read its own account there. */
    private static final Relation ACCOUNT = new Relation("identity", "users");

    /** Where migrations are remembered. */
    private static final String HISTORY = "schema_history";

    /** What any feature may ask of its own account: its id, and how it writes times. */
    private static final Set<String> EVERYBODYS = Set.of("platform.current_account", "platform.account_region");

    /** Copies the set. */
    public Reach {
        schemas = Set.copyOf(schemas);
    }

    /** The core's. */
    public static Reach ofTheCore() {
        return new Reach(true, Set.of());
    }

    /** Of a feature to the tables of these schemas. */
    public static Reach to(Set<String> schemas) {
        return new Reach(false, schemas);
    }

    /**
     * Lets a statement through.
     *
     * @throws OutOfReach when it is none that a feature may run, or names something of somebody else
     */
    NamedSql check(NamedSql sql) {
        if (!everything) {
            switch (sql.reading()) {
                case Reading.Refused refused -> throw new OutOfReach(refused.why());
                case Reading.Understood understood -> check(understood);
            }
        }
        return sql;
    }

    private void check(Reading.Understood statement) {
        statement.reads().stream().filter(table -> !mayRead(table)).findFirst().ifPresent(Reach::refuse);
        statement.writes().stream()
                .filter(table -> !mayWrite(table))
                .findFirst()
                .ifPresent(Reach::refuse);
        statement.functions().stream()
                .filter(function -> !mayCall(function))
                .findFirst()
                .ifPresent(Reach::refuse);
    }

    private boolean mayRead(Relation table) {
        return table.equals(ACCOUNT) || (has(table.schema()) && !table.name().equals(HISTORY));
    }

    private boolean mayWrite(Relation table) {
        return mayRead(table) && !table.equals(ACCOUNT) && !table.schema().equals(AUDIT);
    }

    private boolean mayCall(String function) {
        return EVERYBODYS.contains(function) || has(function.substring(0, function.indexOf('.')));
    }

    private boolean has(String schema) {
        return schemas.contains(schema) && !NOBODYS.contains(schema);
    }

    private static void refuse(Object named) {
        throw new OutOfReach("a statement names " + named + ", which its feature may not reach");
    }
}
