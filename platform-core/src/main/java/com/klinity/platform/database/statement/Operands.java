package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.Set;

/** What a value is made of: literals, parameters, columns, calls, queries. */
final class Operands {

    private static final Set<String> CONSTANTS = Set.of("null", "true", "false", "default");
    private static final Set<String> NOW =
            Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

    private final Grammar grammar;
    private final Cursor at;
    private final Expressions expressions;

    Operands(Grammar grammar, Expressions expressions) {
        this.grammar = grammar;
        this.at = grammar.at;
        this.expressions = expressions;
    }

    void operand() throws NotUnderstood {
        switch (at.peek().kind()) {
            case NUMBER, STRING, PARAMETER -> at.next();
            case WORD -> word();
            default -> at.parenthesised(expressions::queryOrList);
        }
    }

    private void word() throws NotUnderstood {
        String word = at.peek().text();
        if (CONSTANTS.contains(word) || NOW.contains(word)) {
            at.next();
        } else if (at.word("case")) {
            cases();
        } else if (at.word("cast")) {
            at.parenthesised(this::cast);
        } else if (at.word("exists")) {
            at.parenthesised(grammar.queries::query);
        } else if (at.word("array")) {
            array();
        } else if (grammar.types.literal()) {
            return;
        } else if (grammar.calls.begins()) {
            grammar.calls.call();
        } else {
            column();
        }
    }

    private void column() throws NotUnderstood {
        grammar.columns.column();
        if (at.at(Kind.STRING)) {
            throw at.notUnderstood();
        }
    }

    private void cases() throws NotUnderstood {
        if (!at.atWord("when")) {
            expressions.expression();
        }
        while (at.word("when")) {
            expressions.expression();
            at.words("then");
            expressions.expression();
        }
        if (at.word("else")) {
            expressions.expression();
        }
        at.words("end");
    }

    private void cast() throws NotUnderstood {
        expressions.expression();
        at.words("as");
        grammar.types.type();
    }

    private void array() throws NotUnderstood {
        if (at.at("(")) {
            at.parenthesised(grammar.queries::query);
        } else {
            elements();
        }
    }

    private void elements() throws NotUnderstood {
        at.must("[");
        if (!at.at("]")) {
            at.list(() -> {
                if (at.at("[")) {
                    at.deeper(this::elements);
                } else {
                    expressions.expression();
                }
            });
        }
        at.must("]");
    }
}
