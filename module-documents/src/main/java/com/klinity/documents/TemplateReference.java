package com.klinity.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The template a document was made from, as it was then. */
record TemplateReference(UUID id, @Nullable String key, long version, String name, String language) {

    static TemplateReference of(Template template) {
        return new TemplateReference(
                template.id(), template.key(), template.version(), template.name(), template.language());
    }
}
