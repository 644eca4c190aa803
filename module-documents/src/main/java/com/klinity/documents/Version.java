package com.klinity.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a document said at one time.
 *
 * @param changed keys of the sections that differ from the version before
 */
record Version(
        UUID documentId,
        long version,
        String title,
        List<Section> sections,
        Author author,
        List<String> changed,
        Instant createdAt) {

    Version {
        sections = List.copyOf(sections);
        changed = List.copyOf(changed);
    }
}
