package com.klinity.appointments;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names without the differences a search should not see: case, accents, kinds of dashes, spaces and apostrophes. */
final class SearchName {

    /** In UTF-16 units. Some characters unfold to eighteen; an index entry must stay below 2,704 bytes. */
    private static final int MOST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s\\p{Pd}]+");

    private SearchName() {}

    /** The folded form; empty when nothing is left of the text. */
    static String fold(String text) {
        // Upper case first: it makes ß, ς and ı what they are compared as.
        String bare = withoutMarks(withoutMarks(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        String plain = bare.chars()
                .map(SearchName::plain)
                .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                .toString();
        return cut(GAPS.matcher(plain).replaceAll(" ").strip());
    }

    /** The folded name from the beginning of each of its words to its end. */
    static List<String> endings(String name) {
        String folded = fold(name);
        return IntStream.range(0, folded.length())
                .filter(at -> beginsWord(folded, at))
                .mapToObj(folded::substring)
                .toList();
    }

    private static boolean beginsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        int before = text.codePointBefore(at);
        int here = text.codePointAt(at);
        return before == ' ' || (Character.isLetterOrDigit(here) && !Character.isLetterOrDigit(before));
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** Letters with a stroke are no letter plus mark in Unicode, yet people type them without. */
    private static int plain(int unit) {
        return switch (unit) {
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ħ' -> 'h';
            case 'ς' -> 'σ';
            case '’', '‘', 'ʼ' -> '\'';
            default -> unit;
        };
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST);
    }
}
