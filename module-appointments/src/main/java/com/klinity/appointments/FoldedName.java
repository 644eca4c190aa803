package com.klinity.appointments;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a name is found by and put in order by. Bounded whatever the name: neither a row nor a search grows with more than
 * its length.
 */
final class FoldedName {

    /** In UTF-16 units. Some characters unfold to eighteen; an index entry must stay below 2,704 bytes. */
    private static final int LONGEST = 100;

    private static final int MOST_ENDINGS = 80;
    private static final int ENDINGS_OF_IDEOGRAPHS = 12;
    private static final int SHORT = 2;
    private static final int JOINED = 3;

    private static final Pattern WORD = Pattern.compile("([ '-]*)([^ '-]+)");
    private static final Pattern PARTS = Pattern.compile("[ -]+");

    /** How German, Danish, Norwegian and Swedish names are written where these letters are not at hand. */
    private static final Map<Integer, String> SPELT_OUT = Map.of(
            (int) '\u00e4', "ae",
            (int) '\u00f6', "oe",
            (int) '\u00fc', "ue",
            (int) '\u00f8', "oe",
            (int) '\u00e5', "aa",
            (int) '\u00c4', "ae",
            (int) '\u00d6', "oe",
            (int) '\u00dc', "ue",
            (int) '\u00d8', "oe",
            (int) '\u00c5', "aa");

    private final List<List<Word>> spellings;
    private final String folded;

    private FoldedName(String name) {
        folded = Folding.fold(name);
        String speltOut = Folding.fold(speltOut(name));
        spellings = speltOut.equals(folded) ? List.of(words(folded)) : List.of(words(folded), words(speltOut));
    }

    static FoldedName of(String name) {
        return new FoldedName(name);
    }

    /**
     * A word.
     *
     * @param close whether it may be written in one with the one before: {@code d'Ávila}, {@code Jean-Luc}, {@code Mc Donald}
     */
    private record Word(String text, boolean close) {}

    /** In how many words one searches for it. */
    int size() {
        return spellings.getFirst().size();
    }

    /** What the name is put in order by. */
    String order() {
        return cut(PARTS.matcher(folded.replace("'", "")).replaceAll(" ").strip());
    }

    /** The same for names of the same words, in whatever order. */
    String likeness() {
        return cut(PARTS.splitAsStream(folded.replace("'", ""))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" ")));
    }

    /** What is found: each word, and what may be written in one with it. A search looks for the beginnings of these. */
    List<String> endings() {
        Set<String> endings = new LinkedHashSet<>();
        for (List<Word> words : spellings) {
            for (int first = 0; first < words.size() && endings.size() < MOST_ENDINGS; first++) {
                String ending = cut(joinedFrom(words, first));
                endings.add(ending);
                endings.addAll(withinIdeographs(ending));
            }
        }
        return List.copyOf(endings);
    }

    /**
     * What to look for: of each list one element must be the beginning of an ending. It is the word, or the word in one
     * with those before it, in either spelling.
     */
    List<Set<String>> sought() {
        List<Set<String>> all = new ArrayList<>();
        for (int last = 0; last < size(); last++) {
            Set<String> any = new LinkedHashSet<>();
            for (List<Word> words : spellings) {
                String joined = "";
                for (int first = last; first >= Math.max(0, last - JOINED + 1); first--) {
                    joined = words.get(first).text() + joined;
                    any.add(cut(joined));
                }
            }
            all.add(any);
        }
        return withoutImplied(all);
    }

    /** Whoever looks for {@code an} and {@code ana} looks for {@code ana}. */
    private static List<Set<String>> withoutImplied(List<Set<String>> all) {
        List<Set<String>> needed = new ArrayList<>();
        for (Set<String> wish : all) {
            if (needed.stream().noneMatch(other -> implies(other, wish))) {
                needed.removeIf(other -> implies(wish, other));
                needed.add(wish);
            }
        }
        return needed;
    }

    private static boolean implies(Set<String> wish, Set<String> other) {
        return wish.stream().allMatch(word -> other.stream().anyMatch(word::startsWith));
    }

    private static String joinedFrom(List<Word> words, int first) {
        StringBuilder joined = new StringBuilder(words.get(first).text());
        for (int next = first + 1;
                next < words.size() && words.get(next).close() && joined.length() < LONGEST;
                next++) {
            joined.append(words.get(next).text());
        }
        return joined.toString();
    }

    private static List<Word> words(String folded) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded);
        int before = LONGEST;
        while (word.find()) {
            words.add(new Word(word.group(2), !word.group(1).contains(" ") || before <= SHORT));
            before = word.group(2).length();
        }
        return words;
    }

    /** In these scripts family and given name stand without a space between them. */
    private static List<String> withinIdeographs(String word) {
        List<String> endings = new ArrayList<>();
        int at = 0;
        while (endings.size() < ENDINGS_OF_IDEOGRAPHS && at < word.length() && isIdeograph(word.codePointAt(at))) {
            at = word.offsetByCodePoints(at, 1);
            if (at < word.length()) {
                endings.add(word.substring(at));
            }
        }
        return endings;
    }

    private static boolean isIdeograph(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static String speltOut(String name) {
        StringBuilder all = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> all.append(SPELT_OUT.getOrDefault(point, Character.toString(point))));
        return all.toString();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
