package com.klinity.platform.database.statement;

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
            grammar.calls.call();
            ordinality();
        } else if (lateral) {
            throw at.notUnderstood();
        } else {
            table();
        }
        alias();
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

    /** {@code as a (b, c text)}. */
    void alias() throws NotUnderstood {
        if (at.word("as")) {
            at.name();
        } else if (at.peek().isName()) {
            at.next();
        } else {
            return;
        }
        if (at.at("(")) {
            at.parenthesised(() -> at.list(this::column));
        }
    }

    private void column() throws NotUnderstood {
        at.name();
        if (!at.at(",") && !at.at(")")) {
            grammar.types.type();
        }
    }
}
