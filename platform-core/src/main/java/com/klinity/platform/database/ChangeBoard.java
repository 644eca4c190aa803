package com.klinity.platform.database;

import com.klinity.platform.spi.Changes;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for word of which row. Safe for many threads. */
public final class ChangeBoard implements Changes {

    private final Map<String, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Nobody so far. */
    public ChangeBoard() {}

    @Override
    public Watch watch(UUID account, String table, UUID id, Runnable told) {
        String row = table + " " + account + " " + id;
        Runnable own = told::run; // so that two who pass the same one are two
        waiting.compute(row, (key, all) -> {
            Set<Runnable> some = all == null ? ConcurrentHashMap.newKeySet() : all;
            some.add(own);
            return some;
        });
        return () -> waiting.computeIfPresent(row, (key, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    /**
     * Word came.
     *
     * @param row table, account and id, as the database's trigger says it
     */
    void changed(String row) {
        waiting.getOrDefault(row, Set.of()).forEach(Runnable::run);
    }

    /** Word may have been missed. */
    void anythingChanged() {
        waiting.values().forEach(all -> all.forEach(Runnable::run));
    }
}
