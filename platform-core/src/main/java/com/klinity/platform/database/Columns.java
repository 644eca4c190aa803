package com.klinity.platform.database;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a streamed query.
 *
 * @param kinds  what they hold, in their order
 * @param places from 0, by their names
 */
record Columns(List<Kind> kinds, Map<String, Integer> places) {

    /** Copies the collections. */
    Columns {
        kinds = List.copyOf(kinds);
        places = Map.copyOf(places);
    }

    /** What a column holds. */
    enum Kind {
        UUID,
        UUIDS,
        TEXT,
        NUMBER,
        DECIMAL,
        FLAG,
        INSTANT,
        DATE,
        BYTES,
        JSON,
        JSONB;

        private static Kind of(String type) {
            return switch (type) {
                case "uuid" -> UUID;
                case "_uuid" -> UUIDS;
                case "text", "varchar", "bpchar", "name" -> TEXT;
                case "int2", "int4", "int8", "bigserial", "serial" -> NUMBER;
                case "float4", "float8" -> DECIMAL;
                case "bool" -> FLAG;
                case "timestamptz" -> INSTANT;
                case "date" -> DATE;
                case "bytea" -> BYTES;
                case "json" -> JSON;
                case "jsonb" -> JSONB;
                default -> throw new IllegalStateException(type + " cannot be streamed; cast it to a simpler type");
            };
        }
    }

    static Columns of(ResultSetMetaData described) throws SQLException {
        List<Kind> kinds = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int place = 1; place <= described.getColumnCount(); place++) {
            places.putIfAbsent(described.getColumnLabel(place), kinds.size());
            kinds.add(Kind.of(described.getColumnTypeName(place)));
        }
        return new Columns(kinds, places);
    }

    /**
     * The place of a column that holds such.
     *
     * @throws IllegalStateException when there is none, or it holds something else
     */
    int place(String column, Kind kind) {
        int place = place(column);
        if (kinds.get(place) != kind) {
            throw new IllegalStateException("column " + column + " holds " + kinds.get(place) + ", not " + kind);
        }
        return place;
    }

    /** The place of a column. */
    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalStateException("there is no column " + column);
        }
        return place;
    }
}
