package com.klinity.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyOrderTest {

    @Test
    void what_refers_to_another_table_comes_before_it() {
        assertEquals(
                List.of("x.leaves", "x.twigs", "x.trees"),
                order(table("x.trees"), table("x.twigs", "x.trees"), table("x.leaves", "x.twigs", "x.trees")));
    }

    @Test
    void tables_apart_keep_their_order() {
        assertEquals(List.of("x.b", "x.a"), order(table("x.b"), table("x.a", "elsewhere.c")));
    }

    @Test
    void a_table_may_refer_to_itself() {
        assertEquals(List.of("x.tree", "x.forest"), order(table("x.forest"), table("x.tree", "x.tree", "x.forest")));
    }

    @Test
    void none_of_a_circle_is_lost() {
        assertEquals(List.of("x.a", "x.b"), order(table("x.a", "x.b"), table("x.b", "x.a")));
    }

    private static List<String> order(Table... tables) {
        return ForeignKeyOrder.of(List.of(tables)).stream().map(Table::name).toList();
    }

    private static Table table(String name, String... references) {
        return new Table(name, "x", "Kind", true, "For ever", "", false, List.of(references));
    }
}
