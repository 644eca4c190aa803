package com.klinity.media;

import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;

/**
 * What an account keeps in the store.
 *
 * @param bytes    of its recordings, and the room of those that are on their way
 * @param underWay how many recordings are on their way
 */
record Storage(long bytes, long underWay) {

    private static final String ASK = """
        select (select coalesce(sum(bytes), 0) from media.recordings)::bigint
                + coalesce(sum(reserved), 0)::bigint as bytes,
            count(*) as under_way
        from media.uploads
        """;

    /** One statement, that reads an index and the few rows of uploads. */
    static Storage of(Scope scope) {
        return scope.sql(ASK).first(Storage::of).orElseThrow();
    }

    private static Storage of(Row row) {
        return new Storage(row.number("bytes"), row.number("under_way"));
    }
}
