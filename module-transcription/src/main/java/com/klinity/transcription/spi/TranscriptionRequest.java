package com.klinity.transcription.spi;

import java.util.List;
import java.util.Objects;

/**
 * What is known about a recording before it is heard.
 *
 * @param language BCP 47 tag of the language spoken, such as {@code en-US}; empty leaves it to the engine
 * @param speakers how many people speak; 0 when unknown
 * @param vocabulary words worth expecting, such as names of drugs; a hint that an engine may ignore
 */
public record TranscriptionRequest(String language, int speakers, List<String> vocabulary) {
    /** Checks and copies. */
    public TranscriptionRequest {
        Objects.requireNonNull(language, "language");
        if (speakers < 0) {
            throw new IllegalArgumentException("speakers: 0 or more");
        }
        vocabulary = List.copyOf(vocabulary);
    }
}
