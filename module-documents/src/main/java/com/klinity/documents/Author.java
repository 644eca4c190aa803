package com.klinity.documents;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a version.
 *
 * @param kind    {@code "practitioner"} or {@code "machine"}
 * @param drafter name of the machine; null for people
 */
record Author(String kind, @Nullable String drafter) {

    static Author of(@Nullable String drafter) {
        return new Author(drafter == null ? "practitioner" : "machine", drafter);
    }
}
