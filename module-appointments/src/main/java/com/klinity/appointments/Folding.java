package com.klinity.appointments;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text without the differences that a search should not see: case, accents, widths, ligatures, and which sign somebody
 * took for an apostrophe, a hyphen or a space.
 */
final class Folding {

    /** Of these rules. Whoever changes what they make of any name counts on; older rows are then folded anew. */
    static final int VERSION = 2;

    /** Signs that stand within a word, as {@code '}. Most are what a keyboard or a transliteration has for one. */
    private static final String APOSTROPHES =
            "'`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca"
                    + "\u02cb\u2032\u2035\uff07\u055a\u05f3\u00b7\u2027\ua78b\ua78c";

    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u2212\u2043]+");
    private static final Pattern GAPS = Pattern.compile(
            "[\\p{Z}\\s\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf},;.:/\"\u30fb\u3001\u3002" + "\u060c\u061b\u05f4\u05be]+");

    /** Letters that are no letter plus mark in Unicode, yet people type them without; and two ways of writing one. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) '\u00e6', "ae"),
            Map.entry((int) '\u0153', "oe"),
            Map.entry((int) '\u00df', "ss"),
            Map.entry((int) '\u00fe', "th"),
            Map.entry((int) '\u00f0', "d"),
            Map.entry((int) '\u0111', "d"),
            Map.entry((int) '\u00f8', "o"),
            Map.entry((int) '\u0142', "l"),
            Map.entry((int) '\u0127', "h"),
            Map.entry((int) '\u0131', "i"),
            Map.entry((int) '\u0167', "t"),
            Map.entry((int) '\u014b', "n"),
            Map.entry((int) '\u0138', "k"),
            Map.entry((int) '\u0180', "b"),
            Map.entry((int) '\u01e5', "g"),
            Map.entry((int) '\u0268', "i"),
            Map.entry((int) '\u0289', "u"),
            Map.entry((int) '\u0259', "a"),
            Map.entry((int) '\u01dd', "a"),
            Map.entry((int) '\u03c2', "\u03c3"),
            Map.entry((int) '\u0649', "\u064a"),
            Map.entry((int) '\u06cc', "\u064a"),
            Map.entry((int) '\u06a9', "\u0643"),
            Map.entry((int) '\u0640', ""));

    private Folding() {}

    /**
     * The folded form: words parted by single spaces, with {@code '} and {@code -} where a word has parts.
     *
     * @return empty when nothing is left of the text
     */
    static String fold(String text) {
        String unfolded = Normalizer.normalize(apostrophes(text), Normalizer.Form.NFKD);
        // Upper case first: it makes of some letters what they are compared as.
        String lower = withoutMarks(unfolded).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String plain = letters(withoutMarks(Normalizer.normalize(lower, Normalizer.Form.NFKD)));
        String hyphens = HYPHENS.matcher(plain).replaceAll("-");
        return Normalizer.normalize(GAPS.matcher(hyphens).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    private static String apostrophes(String text) {
        return text.codePoints()
                .map(point -> APOSTROPHES.indexOf(point) < 0 ? point : '\'')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String other = LETTERS.get(point);
            if (other == null) {
                plain.appendCodePoint(APOSTROPHES.indexOf(point) < 0 ? point : '\'');
            } else {
                plain.append(other);
            }
        });
        return plain.toString();
    }

    /** Without the marks that are left out when one writes in a hurry. In other scripts a mark is a vowel or a letter. */
    private static String withoutMarks(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        boolean cyrillic = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
            if (!mark) {
                cyrillic = UnicodeScript.of(point) == UnicodeScript.CYRILLIC;
            }
            if (mark ? isOfLetter(point, cyrillic) : Character.getType(point) != Character.FORMAT) {
                bare.appendCodePoint(point);
            }
        }
        return bare.toString();
    }

    /** The voice marks of kana, the breve of the Cyrillic short i, and the vowels of Indic scripts. */
    private static boolean isOfLetter(int mark, boolean cyrillic) {
        if (mark == 0x3099 || mark == 0x309a || (cyrillic && mark == 0x0306)) {
            return true;
        }
        return switch (UnicodeScript.of(mark)) {
            case INHERITED, ARABIC, HEBREW, SYRIAC, CYRILLIC, LATIN, GREEK, MONGOLIAN -> false;
            default -> true;
        };
    }
}
