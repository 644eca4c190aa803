package com.klinity.platform.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Statements that were parsed, each once a text as long as there is room. A feature that makes ever new texts empties it
 * again and again, but never fills the memory. Safe for many threads.
 */
final class ParsedSql {

    /** Characters of all texts together. Those of all features are a tenth of this. */
    private static final long ROOM = 1_000_000;

    private final Map<String, NamedSql> parsed = new ConcurrentHashMap<>();
    private final AtomicLong length = new AtomicLong();
    private final Function<String, NamedSql> parse;

    ParsedSql(Function<String, NamedSql> parse) {
        this.parse = parse;
    }

    NamedSql of(String text) {
        NamedSql known = parsed.get(text);
        return known != null ? known : keep(text, parse.apply(text));
    }

    private NamedSql keep(String text, NamedSql sql) {
        if (length.addAndGet(text.length()) > ROOM) {
            parsed.clear();
            length.set(0);
        }
        if (text.length() <= ROOM) {
            parsed.put(text, sql);
        }
        return sql;
    }

    /** How many are kept. */
    int size() {
        return parsed.size();
    }
}
