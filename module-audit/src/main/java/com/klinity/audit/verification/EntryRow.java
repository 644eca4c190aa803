package com.klinity.audit.verification;

import com.klinity.platform.spi.Row;
import java.util.List;

/** An entry as a query gives it, whose columns are named and written as those of the CSV, all of them text. */
public final class EntryRow {

    private static final List<String> FIELDS = List.of(
            "sequence",
            "occurred_at",
            "user_id",
            "ip_address",
            "action",
            "resource_type",
            "resource_id",
            "outcome",
            "request_id",
            "details");

    private EntryRow() {}

    /** The entry of a row. */
    public static ChainEntry entry(Row row) {
        return new ChainEntry(FIELDS.stream().map(row::text).toList(), row.text("hash"));
    }
}
