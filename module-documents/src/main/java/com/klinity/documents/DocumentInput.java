package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document to be made: with the sections given, drafted from a transcript, or with the template's sections still empty.
 *
 * @param templateId id of a template, or key of a built-in one
 * @param title      the template's name when left out
 */
record DocumentInput(
        String templateId,
        @Nullable String title,
        @Nullable List<SectionInput> sections,
        @Nullable UUID fromTranscriptId) {

    DocumentInput {
        sections = Absent.toNull(sections);
        Rules rules = new Rules()
                .text("/templateId", templateId, 64)
                .optionalText("/title", title, 200)
                .require("/title", title == null || !title.isBlank(), "must not be blank")
                .require(
                        "/sections",
                        sections == null || fromTranscriptId == null,
                        "must be left out when fromTranscriptId is given");
        TextRules.wellFormed(rules, "/title", title);
        SectionInput.check(rules, Absent.toEmpty(sections));
        rules.enforce();
    }
}
