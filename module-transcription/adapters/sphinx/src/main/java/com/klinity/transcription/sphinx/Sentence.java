package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes recognised words readable: a capital at the beginning and for "I". Punctuation is not ours to invent. */
final class Sentence {
    private Sentence() {}

    static String of(List<Word> words) {
        String text = words.stream().map(word -> cased(word.text())).collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String cased(String word) {
        return word.equals("i") || word.startsWith("i'") ? "I" + word.substring(1) : word;
    }
}
