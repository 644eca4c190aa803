package com.klinity.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of a document.
 *
 * @param sentences the text's sentences when any of them cites a transcript; what lies between them is white space
 * @param version   of the document in which the section last changed, its tag; null when signed before sections had one
 */
record Section(
        String key,
        String title,
        String text,
        @Nullable List<Sentence> sentences,
        @Nullable Long version) {

    private static final long FIRST = 1;

    Section {
        sentences = Absent.toNull(sentences);
    }

    /** Nothing said or written yet. */
    static Section empty(String key, String title) {
        return new Section(key, title, "", null, FIRST);
    }

    /** What {@code If-Match} of this section names. */
    long tag() {
        return version == null ? FIRST : version;
    }

    /** The same with its tag written down. */
    Section tagged() {
        return version == null ? new Section(key, title, text, sentences, FIRST) : this;
    }
}
