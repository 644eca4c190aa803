package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;

/** {@code select} and {@code values}, and what may be made of several. */
final class Queries {

    private final Grammar grammar;
    private final Cursor at;

    Queries(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
    }

    /** Whether a query begins at the cursor, if one may begin there. */
    boolean begins() {
        return at.atWord("select", "with", "values");
    }

    void query() throws NotUnderstood {
        grammar.commonTables.in(this::body);
    }

    /** Without its {@code with}. */
    void body() throws NotUnderstood {
        operand();
        while (at.word("union", "intersect", "except")) {
            at.word("all", "distinct");
            operand();
        }
        if (at.word("order")) {
            grammar.expressions.sort();
        }
        portion();
        locks();
    }

    private void operand() throws NotUnderstood {
        if (at.at("(")) {
            at.parenthesised(this::query);
        } else if (at.word("values")) {
            at.list(() -> at.parenthesised(grammar.expressions::list));
        } else if (at.word("select")) {
            select();
        } else {
            throw new NotUnderstood("a statement must begin with select, with, values, insert, update or delete, and"
                    + " so must what it contains");
        }
    }

    private void select() throws NotUnderstood {
        if (at.word("distinct")) {
            if (at.word("on")) {
                at.parenthesised(grammar.expressions::list);
            }
        } else {
            at.word("all");
        }
        // A query of no columns is one: exists (select from …).
        if (!at.at(")") && !at.atWord("from", "where", "union", "intersect", "except") && !at.at(Kind.END)) {
            targets();
        }
        if (at.word("from")) {
            grammar.from.list();
        }
        where();
        groups();
    }

    void where() throws NotUnderstood {
        if (at.word("where")) {
            grammar.expressions.expression();
        }
    }

    private void groups() throws NotUnderstood {
        if (at.word("group")) {
            at.words("by");
            grammar.expressions.list();
        }
        if (at.word("having")) {
            grammar.expressions.expression();
        }
        if (at.word("window")) {
            at.list(() -> {
                at.name();
                at.words("as");
                grammar.calls.window();
            });
        }
    }

    /** What comes out, with its labels. */
    void targets() throws NotUnderstood {
        at.list(() -> {
            if (!at.operator("*")) {
                grammar.expressions.expression();
                label();
            }
        });
    }

    /** After {@code as}, PostgreSQL takes any word. */
    private void label() throws NotUnderstood {
        if (at.word("as")) {
            if (at.next().kind() != Kind.WORD) {
                throw at.notUnderstood();
            }
        } else if (at.peek().isName()) {
            at.next();
        }
    }

    private void portion() throws NotUnderstood {
        if (at.word("limit") && !at.word("all")) {
            grammar.expressions.expression();
        }
        if (at.word("offset")) {
            grammar.expressions.expression();
            at.word("row", "rows");
        }
        if (at.word("fetch")) {
            fetch();
        }
    }

    private void fetch() throws NotUnderstood {
        if (!at.word("first", "next")) {
            throw at.notUnderstood();
        }
        if (!at.atWord("row", "rows")) {
            grammar.expressions.operand();
        }
        if (!at.word("row", "rows")) {
            throw at.notUnderstood();
        }
        at.words("only");
    }

    private void locks() throws NotUnderstood {
        while (at.word("for")) {
            if (at.word("no")) {
                at.words("key", "update");
            } else if (at.word("key")) {
                at.words("share");
            } else if (!at.word("update", "share")) {
                throw at.notUnderstood();
            }
            grammar.facts.locks();
            if (at.word("of")) {
                at.list(at::name);
            }
            if (at.word("skip")) {
                at.words("locked");
            } else {
                at.word("nowait");
            }
        }
    }
}
