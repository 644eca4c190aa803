package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;

/** Values: operands, and what stands between and after them. */
final class Expressions {

    private final Grammar grammar;
    private final Cursor at;
    private final Operands operands;

    Expressions(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
        this.operands = new Operands(grammar, this);
    }

    void list() throws NotUnderstood {
        at.list(this::expression);
    }

    /** {@code by a desc nulls last, b}. */
    void sort() throws NotUnderstood {
        at.words("by");
        at.list(() -> {
            expression();
            at.word("asc", "desc");
            if (at.word("nulls") && !at.word("first", "last")) {
                throw at.notUnderstood();
            }
        });
    }

    void expression() throws NotUnderstood {
        at.deeper(() -> {
            operand();
            while (goesOn()) {
                // each takes what it finds
            }
        });
    }

    /** With what stands before and directly after it. */
    void operand() throws NotUnderstood {
        while (at.at(Kind.OPERATOR) || at.atWord("not")) {
            at.next();
        }
        operands.operand();
        while (follows()) {
            // each takes what it finds
        }
    }

    private boolean follows() throws NotUnderstood {
        if (at.take("::")) {
            grammar.types.type();
        } else if (at.take("[")) {
            expression();
            at.must("]");
        } else {
            return false;
        }
        return true;
    }

    private boolean goesOn() throws NotUnderstood {
        if (at.at(Kind.OPERATOR)) {
            at.next();
            if (at.word("any", "all", "some")) {
                at.parenthesised(this::queryOrList);
            } else {
                operand();
            }
        } else if (at.word("is")) {
            is();
        } else if (at.atWord("at") && at.peekAfter().isWord("time")) {
            at.words("at", "time", "zone");
            operand();
        } else if (at.word("and", "or", "overlaps", "escape")) {
            operand();
        } else {
            return compares();
        }
        return true;
    }

    private boolean compares() throws NotUnderstood {
        boolean not = at.word("not");
        if (at.word("in")) {
            at.parenthesised(this::queryOrList);
        } else if (at.word("like", "ilike")) {
            operand();
        } else if (at.word("similar")) {
            at.words("to");
            operand();
        } else if (at.word("between")) {
            at.word("symmetric", "asymmetric");
            operand();
        } else if (not) {
            throw at.notUnderstood();
        } else {
            return false;
        }
        return true;
    }

    private void is() throws NotUnderstood {
        at.word("not");
        if (at.word("distinct")) {
            at.words("from");
            operand();
        } else if (!at.word("null", "true", "false", "unknown")) {
            throw at.notUnderstood();
        }
    }

    void queryOrList() throws NotUnderstood {
        if (grammar.queries.begins()) {
            grammar.queries.query();
        } else {
            list();
        }
    }
}
