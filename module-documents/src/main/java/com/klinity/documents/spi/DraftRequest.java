package com.klinity.documents.spi;

import java.util.List;

/**
 * What a draft is made from. Protected health information throughout.
 *
 * @param language   the transcript's language as a BCP 47 tag, such as {@code "en"} or {@code "pt-BR"}
 * @param sections   the template's sections in the order they are printed, at least one
 * @param utterances what was said, in the order it was said
 */
public record DraftRequest(String language, List<Section> sections, List<Utterance> utterances) {

    /** Copies the lists. */
    public DraftRequest {
        sections = List.copyOf(sections);
        utterances = List.copyOf(utterances);
    }

    /**
     * A section to fill.
     *
     * @param key      its key in the document, unique in the request
     * @param title    its heading, in the template's language
     * @param guidance what belongs into it, in the template's language; may be empty
     * @param topics   what belongs into it, for rules; empty when the template's author did not say
     */
    public record Section(String key, String title, String guidance, List<Topic> topics) {

        /** Copies the list. */
        public Section {
            topics = List.copyOf(topics);
        }
    }

    /**
     * What somebody said between two pauses or turns.
     *
     * @param index   its number in the transcript, which citations name
     * @param speaker who said it, as the transcript has it; the same for all when speakers were not told apart
     * @param startMs milliseconds from the start of the recording
     * @param endMs   milliseconds from the start of the recording, not before {@code startMs}
     * @param text    the words; some engines give neither capitals nor punctuation
     */
    public record Utterance(int index, String speaker, long startMs, long endMs, String text) {}
}
