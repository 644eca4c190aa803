package com.klinity.platform.database;

import com.klinity.platform.spi.Changes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who waits for word of which row. Safe for many threads. */
public final class ChangeBoard implements Changes {

    private final Map<String, List<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Nobody so far. */
    public ChangeBoard() {}

    @Override
    public Watch watch(UUID account, String table, UUID id, Runnable told) {
        String row = table + " " + account + " " + id;
        waiting.compute(row, (key, all) -> {
            List<Runnable> some = all == null ? new CopyOnWriteArrayList<>() : all;
            some.add(told);
            return some;
        });
        return () -> waiting.computeIfPresent(row, (key, all) -> {
            all.remove(told);
            return all.isEmpty() ? null : all;
        });
    }

    /**
     * Word came.
     *
     * @param row table, account and id, as the database's trigger says it
     */
    void changed(String row) {
        waiting.getOrDefault(row, List.of()).forEach(Runnable::run);
    }

    /** Word may have been missed. */
    void anythingChanged() {
        waiting.values().forEach(all -> all.forEach(Runnable::run));
    }
}
