package com.klinity.platform.database.statement;

import java.util.Set;

/** What the text of a statement was taken to mean. */
public sealed interface Reading {

    /**
     * One statement of the plainest kind: it can neither end its transaction, nor leave something in its session, nor reach
     * what it does not name.
     *
     * @param reads        tables
     * @param writes       tables
     * @param functions    those with a schema; those without are all harmless
     * @param isPlainQuery whether it surely neither writes nor locks
     */
    record Understood(Set<Relation> reads, Set<Relation> writes, Set<String> functions, boolean isPlainQuery)
            implements Reading {}

    /**
     * Anything else.
     *
     * @param why a sentence, without what the text quotes
     */
    record Refused(String why) implements Reading {}

    /** Reads a text. */
    static Reading of(String text) {
        try {
            return new Grammar(Lexer.tokens(text)).whole();
        } catch (NotUnderstood e) {
            return new Refused(e.why());
        }
    }
}
