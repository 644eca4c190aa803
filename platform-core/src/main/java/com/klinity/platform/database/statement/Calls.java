package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.Set;

/** Calls of functions, each of which must be known. */
final class Calls {

    /** Words between the arguments of the functions that have a grammar of their own. */
    private static final String[] BETWEEN = {"from", "for", "placing"};

    /** Words of a window's frame. */
    private static final Set<String> FRAME = Set.of(("rows range groups between unbounded preceding and following"
                    + " current row exclude no others ties group")
            .split(" "));

    private final Grammar grammar;
    private final Cursor at;

    Calls(Grammar grammar) {
        this.grammar = grammar;
        this.at = grammar.at;
    }

    /** Whether a call begins at the cursor: a name, and then a parenthesis. */
    boolean begins() {
        return at.at(Kind.WORD) && (opens(1) || (at.peekAfter().text().equals(".") && opens(3)));
    }

    private boolean opens(int further) {
        return at.peek(further).is(Kind.PUNCTUATION, "(");
    }

    /** Tells what PostgreSQL names its result. */
    String call() throws NotUnderstood {
        String name = at.next().text();
        String function = name;
        if (at.take(".")) {
            name = at.next().text();
            function = function + "." + name;
            if (!Functions.isOfTheCore(function)) {
                throw unknown(function);
            }
            grammar.facts.calls(function);
        } else if (!Functions.PLAIN.contains(function)) {
            throw unknown(function);
        }
        String called = function;
        at.parenthesised(() -> arguments(called));
        after();
        return name;
    }

    private static NotUnderstood unknown(String function) {
        return new NotUnderstood("a statement calls " + function + ", which is no function that features may call");
    }

    private void arguments(String function) throws NotUnderstood {
        if (function.equals("position")) {
            grammar.expressions.operand();
            at.words("in");
            grammar.expressions.operand();
        } else if (!at.operator("*") && !at.at(")")) {
            at.word("distinct", "all", "variadic", "both", "leading", "trailing");
            at.word(BETWEEN);
            grammar.expressions.expression();
            while (at.take(",") || at.word(BETWEEN)) {
                at.word("variadic");
                grammar.expressions.expression();
            }
            if (at.word("order")) {
                grammar.expressions.sort();
            }
        }
    }

    /** What may follow an aggregate. */
    private void after() throws NotUnderstood {
        if (at.word("within")) {
            at.words("group");
            at.parenthesised(this::order);
        }
        if (at.atWord("filter") && opens(1)) {
            at.next();
            at.parenthesised(() -> {
                at.words("where");
                grammar.expressions.expression();
            });
        }
        if (at.word("over")) {
            if (at.at("(")) {
                window();
            } else {
                at.name();
            }
        }
    }

    private void order() throws NotUnderstood {
        at.words("order");
        grammar.expressions.sort();
    }

    void window() throws NotUnderstood {
        at.parenthesised(() -> {
            if (at.peek().isName() && !at.atWord("partition", "rows", "range", "groups")) {
                at.next();
            }
            if (at.word("partition")) {
                at.words("by");
                grammar.expressions.list();
            }
            if (at.atWord("order")) {
                order();
            }
            while (frames()) {
                at.next();
            }
        });
    }

    private boolean frames() {
        return at.at(Kind.NUMBER)
                || at.at(Kind.PARAMETER)
                || (at.at(Kind.WORD) && FRAME.contains(at.peek().text()));
    }
}
