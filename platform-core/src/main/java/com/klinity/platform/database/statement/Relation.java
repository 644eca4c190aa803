package com.klinity.platform.database.statement;

/** A table that a statement names. */
public record Relation(String schema, String name) {

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
