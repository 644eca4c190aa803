package com.klinity.documents;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Built-in and own templates together. */
final class Templates {

    private static final Comparator<Page.Position> ORDER = Comparator.comparing(Page.Position::at)
            .thenComparing(position -> position.id().toString());

    private final TemplateTable own;

    Templates(TemplateTable own) {
        this.own = own;
    }

    Optional<Template> find(Scope scope, UUID id) {
        return BuiltInTemplates.find(id).or(() -> own.find(scope, id));
    }

    /** By id, or by the key of a built-in one. */
    Optional<Template> find(Scope scope, String idOrKey) {
        return BuiltInTemplates.find(idOrKey).or(() -> asId(idOrKey).flatMap(id -> find(scope, id)));
    }

    /** One template more than the page wants, if there are so many. */
    List<Template> list(Scope scope, Page page, Optional<String> language) {
        List<Template> found = new ArrayList<>(BuiltInTemplates.all().stream()
                .filter(template -> language.isEmpty() || language.get().equals(template.language()))
                .filter(template -> page.after().isEmpty()
                        || ORDER.compare(template.position(), page.after().get()) > 0)
                .limit(page.fetch())
                .toList());
        if (found.size() < page.fetch()) {
            found.addAll(own.list(scope, page.after(), language, page.fetch() - found.size()));
        }
        return found;
    }

    private static Optional<UUID> asId(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
