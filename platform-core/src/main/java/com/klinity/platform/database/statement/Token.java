package com.klinity.platform.database.statement;

/**
 * A piece of a statement's text.
 *
 * @param text  as written, words in lower case; of a string nothing
 * @param place of its first character, from 1
 */
record Token(Kind kind, String text, int place) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        PARAMETER,
        OPERATOR,
        PUNCTUATION,
        END
    }

    boolean is(Kind wanted, String what) {
        return kind == wanted && text.equals(what);
    }

    boolean isWord(String word) {
        return is(Kind.WORD, word);
    }

    /** Whether it may be the name of a table, a column or the like. */
    boolean isName() {
        return kind == Kind.WORD && !Words.RESERVED.contains(text);
    }
}
