package com.klinity.platform.database.statement;

/** {@code insert}, {@code update} and {@code delete}. What they change is never a name of the statement's own. */
final class Changes {

    private final Grammar grammar;
    private final Cursor at;

    Changes(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
    }

    void change() throws NotUnderstood {
        if (at.word("insert")) {
            insert();
        } else if (at.word("update")) {
            update();
        } else {
            delete();
        }
        if (at.word("returning")) {
            grammar.queries.targets();
        }
    }

    private void target() throws NotUnderstood {
        grammar.facts.writes(grammar.relation());
        if (at.word("as") || (at.peek().isName() && !at.atWord("set", "overriding"))) {
            at.name();
        }
    }

    private void insert() throws NotUnderstood {
        at.words("into");
        target();
        if (at.at("(")) {
            at.names();
        }
        if (at.word("default")) {
            at.words("values");
        } else {
            grammar.queries.query();
        }
        if (at.word("on")) {
            at.words("conflict");
            conflict();
        }
    }

    private void conflict() throws NotUnderstood {
        if (at.at("(")) {
            at.parenthesised(grammar.expressions::list);
            grammar.queries.where();
        } else if (at.word("on")) {
            at.words("constraint");
            at.name();
        }
        at.words("do");
        if (!at.word("nothing")) {
            at.words("update");
            assignments();
            grammar.queries.where();
        }
    }

    private void update() throws NotUnderstood {
        at.word("only");
        target();
        assignments();
        if (at.word("from")) {
            grammar.from.list();
        }
        grammar.queries.where();
    }

    private void delete() throws NotUnderstood {
        at.words("delete", "from");
        at.word("only");
        target();
        if (at.word("using")) {
            grammar.from.list();
        }
        grammar.queries.where();
    }

    private void assignments() throws NotUnderstood {
        at.words("set");
        at.list(() -> {
            if (at.at("(")) {
                at.names();
            } else {
                at.name();
            }
            if (!at.operator("=")) {
                throw at.notUnderstood();
            }
            grammar.expressions.expression();
        });
    }
}
