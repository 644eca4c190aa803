package com.klinity.documents.rendering;

import java.text.Normalizer;

/** Composes characters (Unicode Standard Annex 15, NFC) in time that grows with the length of the text alone. */
final class Characters {

    /** More marks on one letter than any language has; the bound of the Stream-Safe Text Format. */
    private static final int MOST_MARKS = 30;

    private Characters() {}

    /** The composed text. Beyond so many marks on one letter, the rest is composed apart: ordering them is quadratic. */
    static String composed(String text) {
        StringBuilder composed = new StringBuilder(text.length());
        int from = 0;
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            marks = isMark(character) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                composed.append(Normalizer.normalize(text.substring(from, at), Normalizer.Form.NFC));
                from = at;
                marks = 1;
            }
            at += Character.charCount(character);
        }
        return composed.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFC))
                .toString();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
