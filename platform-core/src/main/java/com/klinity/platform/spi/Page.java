package com.klinity.platform.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Lists are ordered by a time and then by id; a cursor names the last item seen.
 *
 * @param limit how many items, 1 to 200
 * @param after the position after which to go on; empty for the first page
 */
public record Page(int limit, Optional<Position> after) {

    /** The place of an item in a list. Holds no protected health information, since it travels in a URL. */
    public record Position(Instant at, UUID id) {}

    /**
     * A page of results as the API shows it.
     *
     * @param items at most {@link Page#limit()} of them
     * @param nextCursor null when this was the last page
     */
    public record Of<T>(List<T> items, @Nullable String nextCursor) {

        /** Copies the list. */
        public Of {
            items = List.copyOf(items);
        }
    }

    /** Rows to ask the database for: one more than wanted tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** Makes the answer from up to {@link #fetch()} items. */
    public <T> Of<T> of(List<T> fetched, Function<T, Position> position) {
        if (fetched.size() <= limit) {
            return new Of<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Of<>(items, Cursor.encode(position.apply(items.getLast())));
    }
}
