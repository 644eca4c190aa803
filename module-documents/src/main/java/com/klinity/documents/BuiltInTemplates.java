package com.klinity.documents;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The templates that come with the module, the same for every account; see the files in {@code templates}. */
final class BuiltInTemplates {

    /** When they were written; the first part of their ids says the same. Own templates are later. */
    static final Instant WRITTEN_AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<Template> ALL = Stream.of(
                    "soap", "hp", "dap", "birp", "progress", "discharge", "referral", "letter")
            .flatMap(kind -> Stream.of(kind + "-en", kind + "-pt-BR"))
            .map(TemplateFile::read)
            .sorted(Comparator.comparing(template -> template.id().toString()))
            .toList();

    private BuiltInTemplates() {}

    /** In the order of lists. */
    static List<Template> all() {
        return ALL;
    }

    static Optional<Template> find(UUID id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** By key, in upper or lower case. */
    static Optional<Template> find(String key) {
        return ALL.stream()
                .filter(template -> key.equalsIgnoreCase(template.key()))
                .findFirst();
    }
}
