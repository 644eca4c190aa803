package com.klinity.distribution.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How far a transcript is from what was said: substituted, missing and additional words for each word said.
 *
 * @param errors words that differ
 * @param words  words said
 */
record WordErrorRate(int errors, int words) {

    static WordErrorRate of(String said, String heard) {
        List<String> expected = words(said);
        return new WordErrorRate(distance(expected, words(heard)), expected.size());
    }

    /** 0 for a perfect transcript; above 1 when there are more errors than words. */
    double rate() {
        return words == 0 ? 0 : (double) errors / words;
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Levenshtein distance over words, a row at a time. */
    private static int distance(List<String> expected, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= expected.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (expected.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[heard.size()];
    }
}
