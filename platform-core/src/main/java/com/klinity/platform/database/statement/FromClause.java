package com.klinity.platform.database.statement;

import java.util.ArrayList;
import java.util.List;

/** What rows come from: tables with a schema, names of the statement's own, queries, and harmless functions. */
final class FromClause {

    private final Grammar grammar;
    private final Cursor at;

    FromClause(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
    }

    void list() throws NotUnderstood {
        at.list(this::joined);
    }

    private void joined() throws NotUnderstood {
        item();
        while (joins()) {
            item();
            if (at.word("on")) {
                grammar.expressions.expression();
            } else if (at.word("using")) {
                at.names();
            }
        }
    }

    private boolean joins() throws NotUnderstood {
        boolean natural = at.word("natural");
        if (at.word("left", "right", "full")) {
            at.word("outer");
        } else if (!at.word("inner", "cross") && !natural && !at.atWord("join")) {
            return false;
        }
        at.words("join");
        return true;
    }

    private void item() throws NotUnderstood {
        boolean lateral = at.word("lateral");
        if (at.at("(")) {
            at.parenthesised(() -> {
                if (grammar.queries.begins()) {
                    grammar.queries.query();
                } else {
                    joined();
                }
            });
        } else if (grammar.calls.begins()) {
            function();
            return;
        } else if (lateral) {
            throw at.notUnderstood();
        } else {
            table();
        }
        alias();
    }

    /** {@code trim} is a function of another name, which its result has unless it gets one. */
    private void function() throws NotUnderstood {
        String function = grammar.calls.call();
        ordinality();
        Alias alias = alias();
        if (alias.name().isEmpty() && function.equals("trim")) {
            throw at.notUnderstood();
        }
        grammar.columns.ofFunction(alias.name().isEmpty() ? function : alias.name(), alias.columns());
    }

    private void ordinality() throws NotUnderstood {
        if (at.word("with")) {
            at.words("ordinality");
        }
    }

    private void table() throws NotUnderstood {
        at.word("only");
        if (at.peek().isName()
                && grammar.commonTables.knows(at.peek().text())
                && !at.peekAfter().text().equals(".")) {
            at.next();
        } else {
            grammar.facts.reads(grammar.relation());
        }
    }

    /** Empty where there is none. */
    private record Alias(String name, List<String> columns) {}

    /** {@code as a (b, c text)}. */
    private Alias alias() throws NotUnderstood {
        if (!at.word("as") && !at.peek().isName()) {
            return new Alias("", List.of());
        }
        String name = at.name();
        List<String> columns = new ArrayList<>();
        if (at.at("(")) {
            at.parenthesised(() -> at.list(() -> columns.add(column())));
        }
        return new Alias(name, columns);
    }

    private String column() throws NotUnderstood {
        String name = at.name();
        if (!at.at(",") && !at.at(")")) {
            grammar.types.type();
        }
        return name;
    }
}
