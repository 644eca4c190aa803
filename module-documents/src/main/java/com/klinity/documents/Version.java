package com.klinity.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a document said at one time. */
record Version(UUID documentId, long version, String title, List<Section> sections, Instant createdAt) {

    Version {
        sections = List.copyOf(sections);
    }
}
