package com.klinity.documents;

import java.time.Instant;
import java.util.List;

/**
 * A version in a list.
 *
 * @param changed keys of the sections that differ from the version before
 */
record VersionSummary(long version, String title, Author author, List<String> changed, Instant createdAt) {

    VersionSummary {
        changed = List.copyOf(changed);
    }
}
