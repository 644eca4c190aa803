package com.klinity.platform.database.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns with what they are of before a point. PostgreSQL takes {@code x.f} for {@code f(x)} when x has no column f (its
 * manual, 4.2.6 and 38.5.2). So a point stands only between names, never after a value; and where x may be a plain value,
 * the result of a function in a from clause, only columns that it surely has or harmless functions may come after it. Any
 * other x is a row, which no function takes that does more than calculate; a test tries each.
 */
final class ColumnNames {

    /** Schema, table and column. */
    private static final int MOST_PARTS = 3;

    /** Columns of functions that return rows. No function has such a name. */
    private static final Set<String> OF_ROWS = Set.of("key", "value", "ordinality", "lexeme", "positions", "weights");

    /** They take any row. Harmless as well, but not among the functions that features may call. */
    private static final Set<String> OF_ANY_ROW = Set.of("""
        any_value hash_record hash_record_extended json_agg_strict jsonb_agg_strict record record_send record_out
        any_out anycompatible_out anycompatiblenonarray_out anyelement_out anynonarray_out\
        """.strip().split("\\s+"));

    private final Cursor at;
    private final Map<String, Set<String>> ofFunctions = new HashMap<>();
    private final List<Column> used = new ArrayList<>();

    private record Column(String table, String name) {}

    ColumnNames(Cursor at) {
        this.at = at;
    }

    /** {@code a}, {@code t.a}, {@code s.t.a}, {@code t.*}. */
    void column() throws NotUnderstood {
        List<String> parts = new ArrayList<>(List.of(at.name()));
        while (at.take(".")) {
            if (at.operator("*")) {
                return;
            }
            parts.add(at.name());
        }
        if (parts.size() > MOST_PARTS) {
            throw at.notUnderstood();
        }
        if (parts.size() > 1 && OF_ANY_ROW.contains(parts.getLast())) {
            throw new NotUnderstood(
                    "a statement names a column " + parts.getLast() + ", which is a function of any row");
        }
        if (parts.size() == 2) {
            used.add(new Column(parts.getFirst(), parts.getLast()));
        }
    }

    /** What a function in a from clause returns has this name, and these columns first; none, when it is not said. */
    void ofFunction(String table, List<String> columns) {
        Set<String> known = Set.copyOf(columns.isEmpty() ? List.of(table) : columns);
        ofFunctions.merge(table, known, ColumnNames::both);
    }

    /** At the end, as a column stands before the from clause that tells what it is of. */
    void check() throws NotUnderstood {
        for (Column column : used) {
            if (ofFunctions.containsKey(column.table())
                    && !ofFunctions.get(column.table()).contains(column.name())
                    && !OF_ROWS.contains(column.name())
                    && !Functions.PLAIN.contains(column.name())) {
                throw new NotUnderstood("a statement names " + column.table() + "." + column.name()
                        + ", but a function in a from clause has no such column; name its columns after its alias");
            }
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
