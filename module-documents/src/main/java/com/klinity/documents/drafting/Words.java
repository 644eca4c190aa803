package com.klinity.documents.drafting;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as cues see it: lower-case words without accents and punctuation, one space between them. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['\u2019]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** The words of a text; empty when it has none. */
    public static String of(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
