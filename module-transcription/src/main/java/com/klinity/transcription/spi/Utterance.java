package com.klinity.transcription.spi;

import java.util.List;
import java.util.Objects;

/**
 * A stretch of speech of one speaker.
 *
 * @param speaker a label such as {@code A}, the same for the same voice throughout one transcription; empty when the
 *     engine does not tell voices apart
 * @param startMs where it begins, 0 or more
 * @param endMs where it ends, not before its beginning
 * @param text for people to read
 * @param words in the order spoken, each inside the utterance, none beginning before the one before it ended; empty when
 *     the engine gives no words
 */
public record Utterance(String speaker, long startMs, long endMs, String text, List<Word> words) {
    /** Checks and copies. */
    public Utterance {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
        TimeRange.check(startMs, endMs);
        words = List.copyOf(words);
    }
}
