package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a document's sections. */
final class Sections {

    private Sections() {}

    /** A template's sections, still empty. */
    static List<Section> empty(Template template) {
        return template.sections().stream()
                .map(section -> Section.empty(section.key(), section.title()))
                .toList();
    }

    /**
     * What a practitioner sent.
     *
     * @param known sections whose titles may be left out and whose sentences keep their citations
     */
    static List<Section> of(List<SectionInput> inputs, List<Section> known) {
        Map<String, String> titles = new HashMap<>();
        known.forEach(section -> titles.put(section.key(), section.title()));
        Citing citing = Citing.of(known);
        Rules rules = new Rules();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            SectionInput input = inputs.get(i);
            String key = Objects.requireNonNull(input.key());
            String title = Objects.requireNonNullElse(input.title(), titles.getOrDefault(key, ""));
            rules.require("/sections/" + i + "/title", !title.isEmpty(), "is required for a key that is new");
            String text = Objects.requireNonNullElse(input.text(), "");
            sections.add(new Section(key, title, text, citing.sentences(text), 1L));
        }
        rules.enforce();
        PaperRules.check("/sections", sections);
        return List.copyOf(sections);
    }

    /**
     * Sections after a change.
     *
     * @param inputs  by key; a section that is not there stays
     * @param version that the change makes
     * @param at      what in the body is to blame
     */
    static List<Section> changed(List<Section> before, Map<String, SectionInput> inputs, long version, String at) {
        Citing citing = Citing.of(before);
        List<Section> after = new ArrayList<>();
        Map<String, SectionInput> added = new LinkedHashMap<>(inputs);
        for (Section section : before) {
            SectionInput input = added.remove(section.key());
            after.add(input == null ? kept(section, citing) : changed(section, input, version, citing));
        }
        Rules rules = new Rules();
        added.forEach((key, input) -> {
            String text = Objects.requireNonNullElse(input.text(), "");
            rules.require(at + "/" + key + "/title", input.title() != null, "is required for a key that is new");
            String title = Objects.requireNonNullElse(input.title(), "");
            after.add(new Section(key, title, text, citing.sentences(text), version));
        });
        rules.enforce();
        PaperRules.check(at, after);
        return List.copyOf(after);
    }

    /** Its sentences are nobody else's. */
    private static Section kept(Section section, Citing citing) {
        citing.sentences(section.text());
        return section;
    }

    private static Section changed(Section section, SectionInput input, long version, Citing citing) {
        String title = Objects.requireNonNullElse(input.title(), section.title());
        String text = Objects.requireNonNullElse(input.text(), "");
        if (text.equals(section.text()) && title.equals(section.title())) {
            return kept(section, citing);
        }
        return new Section(section.key(), title, text, citing.sentences(text), version);
    }
}
