package com.klinity.transcription.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How far a transcript is from what was said: the fewest words to replace, add and drop, as a share of the words said.
 * Case, punctuation and line breaks do not count; apostrophes do.
 *
 * @param errors words to change
 * @param spoken words said, at least 1
 */
public record WordErrorRate(int errors, int spoken) {
    /** Checks. */
    public WordErrorRate {
        if (spoken < 1 || errors < 0) {
            throw new IllegalArgumentException("at least one word must have been said");
        }
    }

    /**
     * Compares two texts.
     *
     * @param said what was said
     * @param heard the transcript
     * @return the difference
     * @throws IllegalArgumentException when nothing was said
     */
    public static WordErrorRate of(String said, String heard) {
        List<String> spoken = words(said);
        return new WordErrorRate(distance(spoken, words(heard)), spoken.size());
    }

    /**
     * The rate.
     *
     * @return 0 for the same words; above 1 when more was heard than said
     */
    public double rate() {
        return (double) errors / spoken;
    }

    private static List<String> words(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("[^\\p{L}\\p{N}']+", " ");
        return Stream.of(bare.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static int distance(List<String> said, List<String> heard) {
        int[] before = new int[heard.size() + 1];
        for (int i = 0; i < before.length; i++) {
            before[i] = i;
        }
        for (String word : said) {
            before = nextRow(before, word, heard);
        }
        return before[heard.size()];
    }

    private static int[] nextRow(int[] before, String word, List<String> heard) {
        int[] row = new int[before.length];
        row[0] = before[0] + 1;
        for (int i = 1; i < row.length; i++) {
            int replaced = before[i - 1] + (word.equals(heard.get(i - 1)) ? 0 : 1);
            row[i] = Math.min(replaced, Math.min(before[i], row[i - 1]) + 1);
        }
        return row;
    }
}
