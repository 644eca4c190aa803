package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.List;

/** A place in a statement. Whatever is not as expected there ends the reading. */
final class Cursor {

    /** Parentheses within each other; deeper ones would only be there to exhaust the stack. */
    private static final int DEEPEST = 50;

    private final List<Token> tokens;
    private int place;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(place);
    }

    /** The one that comes so many later. */
    Token peek(int later) {
        return tokens.get(Math.min(place + later, tokens.size() - 1));
    }

    Token peekAfter() {
        return peek(1);
    }

    Token next() {
        Token token = peek();
        place = Math.min(place + 1, tokens.size() - 1);
        return token;
    }

    NotUnderstood notUnderstood() {
        return NotUnderstood.at(peek());
    }

    boolean atWord(String... words) {
        for (String word : words) {
            if (peek().isWord(word)) {
                return true;
            }
        }
        return false;
    }

    boolean at(String punctuation) {
        return peek().is(Kind.PUNCTUATION, punctuation);
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    /** Takes one of these words, if it is there. */
    boolean word(String... words) {
        boolean there = atWord(words);
        if (there) {
            next();
        }
        return there;
    }

    boolean take(String punctuation) {
        boolean there = at(punctuation);
        if (there) {
            next();
        }
        return there;
    }

    boolean operator(String operator) {
        boolean there = peek().is(Kind.OPERATOR, operator);
        if (there) {
            next();
        }
        return there;
    }

    /** Takes each of these words, in this order. */
    void words(String... words) throws NotUnderstood {
        for (String word : words) {
            if (!word(word)) {
                throw notUnderstood();
            }
        }
    }

    void must(String punctuation) throws NotUnderstood {
        if (!take(punctuation)) {
            throw notUnderstood();
        }
    }

    String name() throws NotUnderstood {
        if (!peek().isName()) {
            throw notUnderstood();
        }
        return next().text();
    }

    /** Part of a grammar that may contain itself. */
    interface Part {
        void read() throws NotUnderstood;
    }

    void deeper(Part part) throws NotUnderstood {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("a statement is nested too deeply");
        }
        part.read();
        depth--;
    }

    /** One or more, with commas between. */
    void list(Part part) throws NotUnderstood {
        do {
            part.read();
        } while (take(","));
    }

    void parenthesised(Part part) throws NotUnderstood {
        must("(");
        deeper(part);
        must(")");
    }

    /** {@code (a, b)}. */
    void names() throws NotUnderstood {
        parenthesised(() -> list(this::name));
    }
}
