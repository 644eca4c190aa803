package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Adds the faults of sections by key. */
    static void check(Rules rules, Map<String, SectionInput> sections) {
        sections.forEach((key, section) -> {
            TextRules.key(rules, pointer(key), key, new HashSet<>());
            check(rules, pointer(key), section.title(), section.text());
        });
    }

    /** Where a section is in a body; a key that is none is not repeated. */
    static String pointer(String key) {
        return TextRules.isKey(key) ? "/sections/" + key : "/sections";
    }

    private void check(Rules rules, String at, Set<String> keys) {
        TextRules.key(rules, at + "/key", key, keys);
        check(rules, at, title, text);
    }

    static void check(Rules rules, String at, @Nullable String title, @Nullable String text) {
        rules.optionalText(at + "/title", title, 200)
                .require(at + "/title", title == null || !title.isBlank(), "must not be blank")
                .optionalText(at + "/text", text, MOST_CHARACTERS);
        TextRules.wellFormed(rules, at + "/title", title);
        TextRules.wellFormed(rules, at + "/text", text);
    }
}
