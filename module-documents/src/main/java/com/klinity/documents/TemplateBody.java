package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a practitioner says of an own template. */
record TemplateBody(String name, String language, @Nullable String description, List<TemplateSection> sections) {

    static final List<String> LANGUAGES = List.of("en", "pt-BR");
    private static final int MOST_SECTIONS = 50;

    TemplateBody {
        sections = Absent.toEmpty(sections);
        Rules rules = new Rules()
                .text("/name", name, 120)
                .require("/language", language != null && LANGUAGES.contains(language), "must be en or pt-BR")
                .optionalText("/description", description, 500)
                .require("/sections", !sections.isEmpty(), "must have at least one element")
                .atMost("/sections", sections, MOST_SECTIONS);
        TextRules.wellFormed(rules, "/name", name);
        TextRules.wellFormed(rules, "/description", description);
        check(rules, sections);
        rules.enforce();
    }

    private static void check(Rules rules, List<TemplateSection> sections) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            String at = "/sections/" + i;
            TemplateSection section = sections.get(i);
            if (section == null) {
                rules.present(at, null);
            } else {
                check(rules, at, section, keys);
            }
        }
    }

    private static void check(Rules rules, String at, TemplateSection section, Set<String> keys) {
        TextRules.key(rules, at + "/key", section.key(), keys);
        rules.text(at + "/title", section.title(), 200)
                .optionalText(at + "/guidance", section.guidance(), 1_000)
                .require(at + "/topics", section.topics().stream().noneMatch(Objects::isNull), "must not hold null");
        TextRules.wellFormed(rules, at + "/title", section.title());
        TextRules.wellFormed(rules, at + "/guidance", section.guidance());
    }
}
