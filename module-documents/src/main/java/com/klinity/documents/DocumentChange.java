package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a draft can be changed.
 *
 * @param sections see {@link SectionChanges}; whatever it is, so that the answer can say what it must be
 */
record DocumentChange(@Nullable String title, @Nullable Object sections) {

    DocumentChange {
        Rules rules = new Rules().text("/title", title, 200);
        TextRules.wellFormed(rules, "/title", title);
        SectionChanges.read(rules, sections);
        rules.enforce();
    }

    static DocumentChange of(Document document) {
        return new DocumentChange(document.title(), SectionChanges.of(document.sections()));
    }

    /** Sections to write; one that was there and is there no more is emptied. */
    Map<String, SectionInput> inputs(List<Section> before) {
        Map<String, SectionInput> inputs = SectionChanges.read(new Rules(), sections);
        before.forEach(section -> inputs.putIfAbsent(section.key(), new SectionInput(section.key(), null, "", null)));
        return inputs;
    }
}
