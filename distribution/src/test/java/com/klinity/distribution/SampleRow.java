package com.klinity.distribution;

import com.klinity.distribution.Catalogue.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A row of any table: the account, the same id in each column that holds one, so that rows of one account refer to each
 * other, and something in whatever else must not be empty.
 */
record SampleRow(String table, Map<String, String> values) {

    private static final int NUMBERS = 1 << 15;

    /** That account's row with that id, which refers to rows with the same id. */
    static SampleRow of(String table, UUID account, UUID id) {
        return of(table, account, id, id);
    }

    /** That account's row with that id, which refers to rows with the other one. */
    static SampleRow of(String table, UUID account, UUID id, UUID referred) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : Catalogue.columns(table)) {
            if (column.name().equals("account_id")) {
                values.put(column.name(), "'" + account + "'");
            } else if (column.needed()) {
                values.put(column.name(), sample(column, column.identifying() ? id : referred));
            }
        }
        return new SampleRow(table, values);
    }

    /** With another id in one column. */
    SampleRow with(String column, UUID id) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(column, "'" + id + "'");
        return new SampleRow(table, changed);
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", values.values()) + ")";
    }

    private static String sample(Column column, UUID id) {
        return switch (column.type()) {
            case "uuid", "text" -> "'" + id + "'";
            case "smallint", "integer", "bigint", "real", "double precision", "numeric" ->
                Integer.toString(Math.floorMod(id.hashCode(), NUMBERS));
            case "boolean" -> "true";
            case "date", "timestamp with time zone" -> "now()";
            case "jsonb" -> "'{}'";
            case "bytea" -> "'\\x" + id.toString().replace("-", "") + "'";
            case "uuid[]", "text[]" -> "'{}'";
            default -> throw new IllegalStateException("no sample of " + column);
        };
    }
}
