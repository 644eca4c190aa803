package com.klinity.transcription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An utterance as it is kept and shown.
 *
 * @param speaker a name or label; empty when voices were not told apart
 * @param startMs where it begins in the recording, milliseconds
 * @param endMs   where it ends
 * @param text    for people to read
 * @param words   with times of their own; null when the engine gave none, or the text was corrected
 */
record Spoken(
        String speaker,
        long startMs,
        long endMs,
        String text,
        @Nullable List<Word> words) {

    /**
     * One word.
     *
     * @param confidence how sure the engine is, 0 to 1
     */
    record Word(String text, long startMs, long endMs, double confidence) {}

    Spoken by(String other) {
        return new Spoken(other, startMs, endMs, text, words);
    }

    /** The same in other words, whose times nobody knows. */
    Spoken saying(String other) {
        return other.equals(text) ? this : new Spoken(speaker, startMs, endMs, other, null);
    }
}
