package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section as it is saved. The other members of a section are accepted, so that what was read can be sent back.
 *
 * @param title stays as it is when left out
 */
record SectionBody(
        @Nullable String text,
        @Nullable String title,
        @Nullable String key,
        @Nullable List<Sentence> sentences,
        @Nullable Long version) {

    SectionBody {
        sentences = Absent.toNull(sentences);
        Rules rules = new Rules().present("/text", text);
        SectionInput.check(rules, "", title, text);
        rules.enforce();
    }
}
