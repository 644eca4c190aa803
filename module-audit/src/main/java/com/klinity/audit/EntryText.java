package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.platform.spi.Row;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Makes texts of entries. Here rather than in SQL: the database's time is what an export waits for. For one thread. */
final class EntryText {

    private static final HexFormat HEX = HexFormat.of();

    private final UtcText times = new UtcText();

    ChainEntry of(Row row) {
        return new ChainEntry(
                List.of(
                        Long.toString(row.number("sequence")),
                        times.of(row.instant("occurred_at")),
                        row.text("user_id"),
                        row.text("ip_address"),
                        row.text("action"),
                        row.text("resource_type"),
                        joined(row.uuids("resource_ids")),
                        row.text("outcome"),
                        row.uuid("request_id").toString(),
                        row.text("details")),
                HEX.formatHex(row.bytes("hash")));
    }

    /** About how many bytes of CSV it is. */
    static int size(ChainEntry entry) {
        int size = entry.hash().length();
        for (String field : entry.fields()) {
            size += field.length() + 1;
        }
        return size;
    }

    private static String joined(List<UUID> ids) {
        if (ids.size() == 1) {
            return ids.getFirst().toString();
        }
        StringBuilder all = new StringBuilder();
        for (UUID id : ids) {
            all.append(all.isEmpty() ? "" : " ").append(id);
        }
        return all.toString();
    }
}
