package com.klinity.documents.drafting;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a remark as a sentence: a capital, an end mark, names of days and months. Not a word is changed. */
final class Wording {

    private static final Pattern OPEN_END = Pattern.compile("[,;:\\s\\-\u2013]+$");

    private final List<Capital> capitals;

    Wording(CueTable cues) {
        this.capitals = cues.capitals().stream().map(Capital::of).toList();
    }

    String of(Remark remark, boolean asks) {
        String text = remark.text();
        for (Capital capital : capitals) {
            text = capital.in(text);
        }
        int first = text.codePointAt(0);
        String sentence = Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
        return remark.isPunctuated() ? sentence : withoutComma(sentence) + (asks ? "?" : ".");
    }

    private static String withoutComma(String text) {
        return OPEN_END.matcher(text).replaceAll("");
    }

    private record Capital(Pattern pattern, String word) {

        static Capital of(String word) {
            return new Capital(Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])"), word);
        }

        String in(String text) {
            return pattern.matcher(text).replaceAll(word);
        }
    }
}
