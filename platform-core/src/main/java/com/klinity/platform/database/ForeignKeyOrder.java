package com.klinity.platform.database;

import java.util.ArrayList;
import java.util.List;

/** Puts tables in an order in which their rows can be deleted: what refers to another comes before it. */
final class ForeignKeyOrder {

    private ForeignKeyOrder() {}

    /** Tables that refer to each other in a circle keep the order they came in. */
    static List<Table> of(List<Table> tables) {
        List<Table> left = new ArrayList<>(tables);
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Table next = left.stream()
                    .filter(table -> left.stream().noneMatch(other -> refers(other, table)))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean refers(Table from, Table to) {
        return !from.name().equals(to.name()) && from.references().contains(to.name());
    }
}
