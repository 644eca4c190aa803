package com.klinity.platform.testkit.isolation;

import com.klinity.platform.spi.Cursor;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A value that an account has and that a request can carry.
 *
 * @param own    what the account itself sends
 * @param known  what somebody else may have learnt of it; the same, unless it is a secret that proves who one is
 * @param never  its like that never existed
 * @param traces what may not turn up with anybody else; empty when others may have the same value of their own
 */
public record Held(String own, String known, String never, List<String> traces) {

    private static final int VERSION_WITH_TIME = 7;

    /** Copies the list. */
    public Held {
        traces = List.copyOf(traces);
    }

    /** An id. Its like is of the same millisecond, where ids have one, so that age tells nothing apart. */
    public static Held id(String id) {
        return new Held(id, id, like(UUID.fromString(id)).toString(), List.of(id));
    }

    /** A cursor out of an answer. Its like points to the same time and to an item that never existed. */
    public static Held cursor(String cursor) {
        Cursor decoded =
                Cursor.decode(cursor).orElseThrow(() -> new IllegalArgumentException("not a cursor: " + cursor));
        Page.Position at = decoded.position();
        // Some lists have a number where others have an id; what was last seen is then as old as the owner's, almost.
        boolean number = at.id().getMostSignificantBits() == 0;
        Page.Position never = number
                ? new Page.Position(at.at().plus(1, ChronoUnit.MICROS), at.id(), at.more())
                : new Page.Position(at.at(), like(at.id()), at.more());
        return new Held(cursor, cursor, encode(decoded.list(), never), List.of(cursor));
    }

    /** An entity tag, quotes included. */
    public static Held tag(String etag) {
        return new Held(etag, etag, "\"982451653\"", List.of());
    }

    /** Something that is chosen, such as a number of the practice's own or an address. */
    public static Held name(String own, String never) {
        return new Held(own, own, never, List.of());
    }

    /** Something that proves who one is. What is known of it to others must not be enough. */
    public static Held secret(String own, String known, String never) {
        return new Held(own, known, never, List.of(own));
    }

    private static UUID like(UUID id) {
        return id.version() == VERSION_WITH_TIME
                ? UuidV7.at(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : UUID.randomUUID();
    }

    /** The same place in the list that is named so, such as {@code GET /v1/patients?}. */
    public static Held cursor(String cursor, String list) {
        Page.Position at = Cursor.decode(cursor)
                .orElseThrow(() -> new IllegalArgumentException("not a cursor: " + cursor))
                .position();
        return cursor(encode(Cursor.listOf(list), at));
    }

    private static String encode(long list, Page.Position position) {
        Page.Of<Page.Position> first =
                new Page(1, Optional.empty(), list).of(List.of(position, position), each -> position);
        return String.valueOf(first.nextCursor());
    }
}
