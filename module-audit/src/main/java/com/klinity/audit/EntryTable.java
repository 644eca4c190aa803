package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.util.List;
import java.util.Optional;

/** The entries of the scope's account. */
final class EntryTable {

    private static final String EVENTS = """
        select sequence, occurred_at, user_id, ip_address, action, resource_type, resource_ids, outcome, request_id,
            details, encode(hash, 'hex') as hash
        from audit.entries
        where sequence > :after
            and (cast(:last as bigint) is null or sequence <= :last)
            and (cast(:from as timestamptz) is null or occurred_at >= :from)
            and (cast(:to as timestamptz) is null or occurred_at < :to)
            and (cast(:action as text) is null or action = :action)
            and (cast(:type as text) is null or resource_type = :type)
            and (cast(:resource as uuid) is null or :resource = any (resource_ids))
        order by sequence
        """;

    private static final String LIST = EVENTS + " limit :limit";

    private static final String CHAIN = """
        select sequence, occurred_at, user_id, ip_address, action, resource_type, resource_ids, outcome, request_id,
            details, hash
        from audit.entries where sequence between :first and :last order by sequence
        """;

    private static final String HASH = """
        select encode(hash, 'hex') as hash from audit.entries where sequence = :sequence
        union all select encode(hash, 'hex') from audit.bases where sequence = :sequence
        """;

    private static final String BOUNDS = """
        select coalesce(min(sequence), 1) as first, coalesce(max(sequence), 0) as last from audit.entries
        """;

    private EntryTable() {}

    static List<AuditEvent> list(Scope scope, Filter filter, Page page) {
        long after = page.after().map(at -> at.id().getLeastSignificantBits()).orElse(0L);
        return filtered(scope.sql(LIST), filter, after)
                .set("last", null)
                .set("limit", page.fetch())
                .list(AuditEvent::of);
    }

    /** The events of a segment that match, in their order. */
    static Portions<AuditEvent> events(Filter filter) {
        return new Portions<>(
                (scope, piece, rows) -> filtered(scope.sql(EVENTS), filter, piece.first() - 1)
                        .set("last", piece.last())
                        .each(rows),
                AuditEvent::of,
                AuditEvent::size);
    }

    private static Statement filtered(Statement events, Filter filter, long after) {
        return events.set("after", after)
                .set("from", filter.from())
                .set("to", filter.to())
                .set("action", filter.action())
                .set("type", filter.resourceType())
                .set("resource", filter.resourceId());
    }

    /** The entries of a segment in the order of the chain. */
    static Portions<ChainEntry> chain() {
        return new Portions<>(
                (scope, piece, rows) -> scope.sql(CHAIN)
                        .set("first", piece.first())
                        .set("last", piece.last())
                        .each(rows),
                new EntryText()::of,
                EntryText::size);
    }

    /** All that is there. */
    static Segment whole(Scope scope) {
        return scope.sql(BOUNDS)
                .first(row -> new Segment(row.number("first"), row.number("last")))
                .orElseThrow();
    }

    /**
     * Refuses when entries of that segment may have been archived since its bounds were read. What is missing further on
     * was never archived, and its absence is shown.
     */
    static void requireKept(Scope scope, Segment segment) {
        if (whole(scope).first() > segment.first()) {
            throw Refusal.unavailable();
        }
    }

    /** The hash of one entry in hexadecimal, the last archived one included. */
    static Optional<String> hash(Scope scope, long sequence) {
        return scope.sql(HASH).set("sequence", sequence).first(row -> row.text("hash"));
    }
}
