package com.klinity.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of a document.
 *
 * @param sentences the text's sentences when any of them cites a transcript; what lies between them is white space
 */
record Section(
        String key, String title, String text, @Nullable List<Sentence> sentences) {

    Section {
        sentences = Absent.toNull(sentences);
    }

    /** Nothing said or written yet. */
    static Section empty(String key, String title) {
        return new Section(key, title, "", null);
    }
}
