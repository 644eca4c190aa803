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
 * @param list  which list it is of: a cursor of another one, or of the same one in another order, is refused
 */
public record Page(int limit, Optional<Position> after, long list) {

    /** How many items a caller may ask for. */
    public static final int MOST = 200;

    /** How many items a caller gets who does not say. */
    public static final int USUAL = 50;

    /** Of a list that shares its cursors with others. */
    public Page(int limit, Optional<Position> after) {
        this(limit, after, 0);
    }

    /**
     * The place of an item in a list. Holds no protected health information, since it travels in a URL.
     *
     * @param at   of the item
     * @param id   of the item
     * @param more what else the place of an item depends on, unreadable to others: base64url without padding, at most
     *             1,024 characters; empty for most lists
     */
    public record Position(Instant at, UUID id, String more) {

        /** That depends on the time and the id alone. */
        public Position(Instant at, UUID id) {
            this(at, id, "");
        }
    }

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
        return new Of<>(items, Cursor.encode(list, position.apply(items.getLast())));
    }
}
