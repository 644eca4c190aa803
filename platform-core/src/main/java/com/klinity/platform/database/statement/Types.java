package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.Set;

/** The types that a feature may cast to. Not among them: those that look something up in the catalogue. */
final class Types {

    private static final Set<String> PLAIN = Set.of("""
        bigint bool boolean bytea char date daterange decimal float float4 float8 int int2 int4 int4range int8
        int8range integer interval json jsonb jsonpath numeric numrange real smallint text time timestamp
        timestamptz tsquery tsrange tstzrange tsvector uuid varchar\
        """.split("\\s+"));

    private static final Set<String> BEFORE_A_STRING = Set.of("date", "interval", "time", "timestamp", "timestamptz");

    private final Cursor at;

    Types(Cursor at) {
        this.at = at;
    }

    void type() throws NotUnderstood {
        if (at.word("double")) {
            at.words("precision");
        } else if (at.word("character")) {
            at.words("varying");
        } else if (at.at(Kind.WORD) && PLAIN.contains(at.peek().text())) {
            at.next();
        } else {
            throw at.notUnderstood();
        }
        if (at.at("(")) {
            at.parenthesised(() -> at.list(this::number));
        }
        if (at.word("with", "without")) {
            at.words("time", "zone");
        }
        array();
    }

    private void array() throws NotUnderstood {
        while (at.take("[")) {
            at.must("]");
        }
    }

    /** {@code interval '1 day'}. */
    boolean literal() {
        boolean there = at.at(Kind.WORD)
                && BEFORE_A_STRING.contains(at.peek().text())
                && at.peekAfter().kind() == Kind.STRING;
        if (there) {
            at.next();
            at.next();
        }
        return there;
    }

    private void number() throws NotUnderstood {
        if (at.next().kind() != Kind.NUMBER) {
            throw at.notUnderstood();
        }
    }
}
