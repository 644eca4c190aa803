package com.klinity.benchmarks.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the database holds at one moment.
 *
 * @param rows    by id
 * @param entries of all accounts, each account's in the order of its chain
 * @param heads   hash of the last entry by account, as the database keeps it
 * @param broken  what is wrong with the chains, one sentence each
 */
record Snapshot(Map<UUID, Row> rows, List<Entry> entries, Map<UUID, String> heads, List<String> broken) {

    /** The row that this write made or changed last. */
    Optional<Row> marked(String mark) {
        return rows.values().stream().filter(row -> row.mark().equals(mark)).findFirst();
    }
}
