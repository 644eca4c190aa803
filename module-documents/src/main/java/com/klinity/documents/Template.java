package com.klinity.documents;

import com.klinity.platform.spi.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as the API shows it.
 *
 * @param key     a short name that a built-in template can be called by as well; absent on own ones
 * @param builtIn true when it cannot be changed
 */
record Template(
        UUID id,
        @Nullable String key,
        long version,
        String name,
        String language,
        @Nullable String description,
        List<TemplateSection> sections,
        boolean builtIn,
        Instant createdAt,
        Instant updatedAt) {

    Template {
        sections = List.copyOf(sections);
    }

    static Template own(UUID id, long version, TemplateBody body, Instant createdAt, Instant updatedAt) {
        return new Template(
                id,
                null,
                version,
                body.name(),
                body.language(),
                body.description(),
                body.sections(),
                false,
                createdAt,
                updatedAt);
    }

    TemplateBody body() {
        return new TemplateBody(name, language, description, sections);
    }

    Page.Position position() {
        return new Page.Position(createdAt, id);
    }
}
