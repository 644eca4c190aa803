package com.klinity.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that a body may leave out. */
final class Absent {

    private Absent() {}

    /** A copy; empty for an absent one. Elements that are null stay, so that a rule can name them. */
    static <T> List<T> toEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** A copy; null for an absent one. */
    static <T> @Nullable List<T> toNull(@Nullable List<T> list) {
        return list == null ? null : toEmpty(list);
    }
}
