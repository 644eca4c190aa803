package com.klinity.transcription.spi;

import java.util.Objects;

/**
 * One word.
 *
 * @param text as recognised
 * @param startMs where it begins, 0 or more
 * @param endMs where it ends, not before its beginning
 * @param confidence how sure the engine is, 0 (not at all) to 1; comparable only within one engine
 */
public record Word(String text, long startMs, long endMs, double confidence) {
    /** Checks. */
    public Word {
        Objects.requireNonNull(text, "text");
        TimeRange.check(startMs, endMs);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: 0 to 1");
        }
    }
}
