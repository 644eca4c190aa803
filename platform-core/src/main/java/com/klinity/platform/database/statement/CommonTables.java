package com.klinity.platform.database.statement;

import java.util.ArrayDeque;
import java.util.Deque;

/** {@code with} clauses, and which of their names are known where. Any other name would be one of the catalogue's. */
final class CommonTables {

    private final Deque<String> known = new ArrayDeque<>();
    private final Grammar grammar;
    private final Cursor at;

    CommonTables(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
    }

    boolean knows(String name) {
        return known.contains(name);
    }

    /** What comes after a {@code with} clause, if there is one, and ends the life of its names. */
    void in(Cursor.Part part) throws NotUnderstood {
        int before = known.size();
        if (at.word("with")) {
            boolean recursive = at.word("recursive");
            at.list(() -> define(recursive));
        }
        part.read();
        while (known.size() > before) {
            known.pop();
        }
    }

    /** Only in a recursive clause is a name known in its own definition. */
    private void define(boolean recursive) throws NotUnderstood {
        String name = at.name();
        if (at.at("(")) {
            at.names();
        }
        at.words("as");
        if (at.word("not")) {
            at.words("materialized");
        } else {
            at.word("materialized");
        }
        if (recursive) {
            known.push(name);
        }
        at.parenthesised(grammar::statement);
        if (!recursive) {
            known.push(name);
        }
    }
}
