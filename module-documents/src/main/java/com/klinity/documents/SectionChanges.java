package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a {@code PATCH}, by key. A list would replace what it does not name, so it is refused. A merge patch
 * (RFC 7396) lays them over those that are there: what is not named stays, and {@code null} empties a section.
 */
final class SectionChanges {

    private static final String POINTER = "/sections";
    private static final int MOST_SECTIONS = 100;
    private static final String SHAPE =
            "must be an object with a member for each section to change, by its key, such as {\"plan\": \"Rest.\"};"
                    + " sections that are not sent stay as they are, and null empties one";
    private static final String MEMBER = "must be text, or an object with text and title, or null to empty the section";

    /** Members of a section as it is read, so that it can be sent back. */
    private static final Set<String> MEMBERS = Set.of("key", "title", "text", "sentences", "version");

    private SectionChanges() {}

    /** As a patch is laid over it. */
    static Map<String, Object> of(List<Section> sections) {
        Map<String, Object> form = new LinkedHashMap<>();
        sections.forEach(section -> form.put(section.key(), Map.of("title", section.title(), "text", section.text())));
        return form;
    }

    /** What there is after the patch, in its order; adds faults to the rules. */
    static Map<String, SectionInput> read(Rules rules, @Nullable Object sections) {
        Map<String, SectionInput> read = new LinkedHashMap<>();
        if (sections == null) {
            rules.present(POINTER, null);
        } else if (sections instanceof Map<?, ?> members) {
            rules.require(POINTER, members.size() <= MOST_SECTIONS, "must have at most " + MOST_SECTIONS + " members");
            members.forEach((key, value) -> read.put((String) key, input(rules, (String) key, value)));
            SectionInput.check(rules, read);
        } else {
            rules.require(POINTER, false, SHAPE);
        }
        return read;
    }

    private static SectionInput input(Rules rules, String key, @Nullable Object value) {
        if (value instanceof String text) {
            return new SectionInput(key, null, text, null);
        }
        boolean readable = value instanceof Map<?, ?> members
                && MEMBERS.containsAll(members.keySet())
                && isText(members.get("title"))
                && isText(members.get("text"));
        rules.require(SectionInput.pointer(key), readable, MEMBER);
        return readable
                ? new SectionInput(key, text(value, "title"), text(value, "text"), null)
                : new SectionInput(key, null, null, null);
    }

    private static boolean isText(@Nullable Object value) {
        return value == null || value instanceof String;
    }

    private static @Nullable String text(@Nullable Object members, String name) {
        return (String) ((Map<?, ?>) Objects.requireNonNull(members)).get(name);
    }
}
