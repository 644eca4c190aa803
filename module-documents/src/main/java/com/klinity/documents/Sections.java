package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.ArrayList;
import java.util.HashMap;
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
            sections.add(new Section(key, title, text, citing.sentences(text)));
        }
        rules.enforce();
        PaperRules.check("/sections", sections);
        return List.copyOf(sections);
    }
}
