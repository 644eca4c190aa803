package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.function.Consumer;

/** The entries of the scope's account. */
final class EntryTable {

    private static final String LIST = """
        select sequence, occurred_at, user_id, ip_address, action, resource_type, resource_ids, outcome, request_id,
            details, encode(hash, 'hex') as hash
        from audit.entries
        where sequence > :after
            and (cast(:from as timestamptz) is null or occurred_at >= :from)
            and (cast(:to as timestamptz) is null or occurred_at < :to)
            and (cast(:action as text) is null or action = :action)
            and (cast(:type as text) is null or resource_type = :type)
            and (cast(:resource as uuid) is null or :resource = any (resource_ids))
        order by sequence limit :limit
        """;

    private static final String CHAIN = """
        select sequence::text, audit.utc(occurred_at) as occurred_at, user_id, ip_address, action, resource_type,
            array_to_string(resource_ids, ' ') as resource_id, outcome, request_id::text, details,
            encode(hash, 'hex') as hash
        from audit.entries e where e.sequence <= :last order by e.sequence
        """;

    private EntryTable() {}

    static List<AuditEvent> list(Scope scope, Filter filter, Page page) {
        return scope.sql(LIST)
                .set(
                        "after",
                        page.after()
                                .map(at -> at.id().getLeastSignificantBits())
                                .orElse(0L))
                .set("from", filter.from())
                .set("to", filter.to())
                .set("action", filter.action())
                .set("type", filter.resourceType())
                .set("resource", filter.resourceId())
                .set("limit", page.fetch())
                .list(AuditEvent::of);
    }

    /** Every entry up to that sequence in the order of the chain, with constant memory. */
    static void chain(Scope scope, long last, Consumer<ChainEntry> consumer) {
        scope.sql(CHAIN).set("last", last).each(row -> consumer.accept(entry(row)));
    }

    private static ChainEntry entry(Row row) {
        return new ChainEntry(
                List.of(
                        row.text("sequence"),
                        row.text("occurred_at"),
                        row.text("user_id"),
                        row.text("ip_address"),
                        row.text("action"),
                        row.text("resource_type"),
                        row.text("resource_id"),
                        row.text("outcome"),
                        row.text("request_id"),
                        row.text("details")),
                row.text("hash"));
    }
}
