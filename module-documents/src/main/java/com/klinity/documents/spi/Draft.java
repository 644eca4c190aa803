package com.klinity.documents.spi;

import java.util.List;

/**
 * What a drafter made.
 *
 * @param sections sections of the request that got sentences, in any order, each key at most once
 */
public record Draft(List<Section> sections) {

    /** Copies the list. */
    public Draft {
        sections = List.copyOf(sections);
    }

    /**
     * One section's sentences, in reading order.
     *
     * @param key a key of the request's sections
     */
    public record Section(String key, List<Sentence> sentences) {

        /** Copies the list. */
        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * One sentence and where it comes from.
     *
     * @param text       not blank, without line breaks
     * @param utterances indexes of the utterances it rests on, at least one
     */
    public record Sentence(String text, List<Integer> utterances) {

        /** Copies the list. */
        public Sentence {
            utterances = List.copyOf(utterances);
        }
    }
}
