package com.klinity.transcription.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What was said in a recording.
 *
 * @param language BCP 47 tag of the language that was recognised
 * @param utterances in the order of their beginnings; empty when nobody speaks
 */
public record Transcription(String language, List<Utterance> utterances) {
    /** Checks and copies. */
    public Transcription {
        Objects.requireNonNull(language, "language");
        utterances = List.copyOf(utterances);
    }

    /**
     * Everything said, one utterance a line.
     *
     * @return plain text without a final line break; empty when nobody speaks
     */
    public String text() {
        return utterances.stream().map(Utterance::text).collect(Collectors.joining("\n"));
    }
}
