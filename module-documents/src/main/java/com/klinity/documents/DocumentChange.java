package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.List;

/** What of a draft can be changed. */
record DocumentChange(String title, List<SectionInput> sections) {

    DocumentChange {
        Rules rules = new Rules().text("/title", title, 200).present("/sections", sections);
        sections = Absent.toEmpty(sections);
        TextRules.wellFormed(rules, "/title", title);
        SectionInput.check(rules, sections);
        rules.enforce();
    }

    static DocumentChange of(Document document) {
        return new DocumentChange(
                document.title(),
                document.sections().stream().map(SectionInput::of).toList());
    }
}
