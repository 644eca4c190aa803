package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A section as a practitioner sends it.
 *
 * @param title     may be left out for a section of the template
 * @param text      empty when left out
 * @param sentences accepted so that what was read can be sent back; the text alone counts
 */
record SectionInput(
        @Nullable String key,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Sentence> sentences) {

    private static final int MOST_SECTIONS = 100;
    private static final int MOST_CHARACTERS = 100_000;

    SectionInput {
        sentences = Absent.toNull(sentences);
    }

    static SectionInput of(Section section) {
        return new SectionInput(section.key(), section.title(), section.text(), section.sentences());
    }

    /** Adds the faults of a body's {@code /sections}. */
    static void check(Rules rules, List<SectionInput> sections) {
        rules.atMost("/sections", sections, MOST_SECTIONS);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            String at = "/sections/" + i;
            SectionInput section = sections.get(i);
            if (section == null) {
                rules.present(at, null);
            } else {
                section.check(rules, at, keys);
            }
        }
    }

    private void check(Rules rules, String at, Set<String> keys) {
        TextRules.key(rules, at + "/key", key, keys);
        rules.optionalText(at + "/title", title, 200)
                .require(at + "/title", title == null || !title.isBlank(), "must not be blank")
                .optionalText(at + "/text", text, MOST_CHARACTERS);
        TextRules.wellFormed(rules, at + "/title", title);
        TextRules.wellFormed(rules, at + "/text", text);
    }
}
