package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into tokens: the plainest part of PostgreSQL's lexical grammar (its manual, 4.1), so that nobody can read
 * one text in two ways. Strings are {@code '…'} without a backslash; names are ASCII without quotes; there are no
 * comments, and only one statement.
 */
final class Lexer {

    /** Characters of a text; the longest that features run have two thousand. */
    private static final int LONGEST = 20_000;

    private static final Pattern PIECE = Pattern.compile("(?<space>[ \\t\\r\\n\\f]+)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*+)(?!')"
            + "|(?<number>[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)(?![A-Za-z0-9_.'])"
            + "|(?<string>'[^'\\\\\\x00]*+'(?:'[^'\\\\\\x00]*+')*+)(?![A-Za-z0-9_'])"
            + "|(?<parameter>:[a-zA-Z][A-Za-z0-9_]*+)(?!')"
            + "|(?<punctuation>::|[()\\[\\],.])"
            + "|(?<operator>[-+*/<>=~!@#%^&|?]++)(?<!&(?='))");

    private Lexer() {}

    static List<Token> tokens(String text) throws NotUnderstood {
        if (text.length() > LONGEST) {
            throw new NotUnderstood("a statement must not be longer than " + LONGEST + " characters");
        }
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int place = 0;
        while (place < text.length()) {
            piece.region(place, text.length());
            piece.useTransparentBounds(true);
            Token token = token(piece, place);
            if (token.kind() != Kind.END) {
                tokens.add(token);
            }
            place = piece.end();
        }
        tokens.add(new Token(Kind.END, "", place + 1));
        return tokens;
    }

    /** The next one, or {@code END} for space. */
    private static Token token(Matcher piece, int place) throws NotUnderstood {
        Token end = new Token(Kind.END, "", place + 1);
        if (!piece.lookingAt()) {
            throw NotUnderstood.at(end);
        }
        for (Kind kind : Kind.values()) {
            String found = kind == Kind.END ? null : piece.group(kind.name().toLowerCase(Locale.ROOT));
            if (found != null) {
                return checked(new Token(kind, spelling(kind, found), place + 1));
            }
        }
        return end;
    }

    private static String spelling(Kind kind, String found) {
        return switch (kind) {
            case WORD -> found.toLowerCase(Locale.ROOT);
            case STRING -> "";
            default -> found;
        };
    }

    private static Token checked(Token token) throws NotUnderstood {
        if (token.kind() == Kind.WORD && Words.isWithheld(token.text())) {
            throw new NotUnderstood("a statement names " + token.text() + ", which its feature may not reach");
        }
        if (token.kind() == Kind.OPERATOR
                && (token.text().contains("--") || token.text().contains("/*"))) {
            throw new NotUnderstood("a statement must not contain a comment");
        }
        return token;
    }
}
