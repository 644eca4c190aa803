package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What is known of requests that may be repeated by their {@code Idempotency-Key}, of all accounts. Safe for many threads.
 */
public final class RequestMemory {

    /** How long a request may be repeated. */
    public static final Duration KNOWN = Duration.ofHours(24);

    private static final int AT_ONCE = 1000;
    private static final String FORGET = "select platform.forget_requests(:before, :most) as forgotten";

    private final CoreStatements core;
    private final InstantSource clock;

    /** In that database. */
    public RequestMemory(KeyedPool database, Json json, InstantSource clock) {
        this.core = new CoreStatements(database, json);
        this.clock = clock;
    }

    /**
     * Forgets those whose time is over, in steps short enough to keep nobody waiting; how many they were.
     *
     * @throws DatabaseFailure when the database refuses
     */
    public long forget() {
        long all = 0;
        long step = AT_ONCE;
        while (step == AT_ONCE) {
            step = core.run(sql -> sql.apply(FORGET)
                    .set("before", clock.instant().minus(KNOWN))
                    .set("most", AT_ONCE)
                    .first(row -> row.number("forgotten"))
                    .orElseThrow());
            all += step;
        }
        return all;
    }
}
