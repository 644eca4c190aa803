package com.klinity.platform.database;

import com.klinity.platform.spi.AuditRetention;
import com.klinity.platform.spi.Row;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What leaves the audit log, as the retention role sees it.
 *
 * @param connection of that role; closed by whoever opened it
 */
public record RetentionStore(RoleConnection connection) implements AuditRetention {

    /** Calendar years in UTC, as the function that retires counts them, whatever time zone the session has. */
    private static final String DUE = """
        with bound as (
            select (now() at time zone 'UTC' - greatest(interval '6 years', cast(:period as interval)))
                at time zone 'UTC' as oldest_kept),
        chain as (
            select h.account_id, h.sequence, coalesce(b.sequence, 0) as base,
                coalesce(encode(b.hash, 'hex'), repeat('00', 32)) as base_hash
            from audit.heads h left join audit.bases b on b.account_id = h.account_id)
        select c.account_id, c.base, c.base_hash, w.sequence as last, encode(w.hash, 'hex') as last_hash, w.checkpoint,
            w.position
        from bound cross join chain c
            cross join lateral (
                select coalesce(min(e.sequence), c.sequence + 1) as sequence
                from (
                    select e.sequence from audit.entries e
                    where e.account_id = c.account_id and e.occurred_at >= bound.oldest_kept
                    order by e.sequence limit 1) e) kept
            cross join lateral (
                select w.sequence, w.hash, w.checkpoint, w.position
                from audit.checkpoint_heads w join audit.checkpoints p on p.number = w.checkpoint
                where w.account_id = c.account_id and p.witnessed_at is not null
                    and w.sequence > c.base and w.sequence < kept.sequence
                order by w.sequence - c.base > :most,
                    abs(w.sequence - c.base - :most), w.checkpoint desc
                limit 1) w
        order by w.checkpoint, c.account_id
        """;

    private static final String READ = """
        select e.sequence::text, audit.utc(e.occurred_at) as occurred_at, e.user_id, e.ip_address, e.action,
            e.resource_type, array_to_string(e.resource_ids, ' ') as resource_id, e.outcome,
            e.request_id::text, e.details, encode(e.hash, 'hex') as hash
        from audit.entries e
        where e.account_id = :account and e.sequence > :after and e.sequence <= :last order by e.sequence
        """;

    private static final String LEAVES = """
        select encode(leaf.hash, 'hex') as leaf
        from unnest(audit.checkpoint_leaves(:number)) with ordinality as leaf (hash, place) order by leaf.place
        """;

    @Override
    public List<Segment> due(Period olderThan, int most) {
        return connection
                .sql(DUE)
                .set("period", olderThan.toString())
                .set("most", most)
                .list(RetentionStore::segment);
    }

    private static Segment segment(Row row) {
        return new Segment(
                row.uuid("account_id"),
                row.number("base"),
                row.text("base_hash"),
                row.number("last"),
                row.text("last_hash"),
                row.number("checkpoint"),
                Math.toIntExact(row.number("position")));
    }

    @Override
    public void read(Segment segment, Consumer<Row> entries) {
        connection.together(() -> {
            connection
                    .sql(READ)
                    .set("account", segment.account())
                    .set("after", segment.after())
                    .set("last", segment.last())
                    .each(entries);
            return segment;
        });
    }

    @Override
    public String note(long checkpoint) {
        return connection
                .sql("select note from audit.checkpoints where number = :number")
                .set("number", checkpoint)
                .first(row -> row.text("note"))
                .orElseThrow();
    }

    @Override
    public List<String> leaves(long checkpoint) {
        return connection.sql(LEAVES).set("number", checkpoint).list(row -> row.text("leaf"));
    }

    @Override
    public Outcome retire(UUID account, long last, String archive) {
        String outcome = connection
                .sql("select audit.retire(:account, :last, decode(:archive, 'hex')) as outcome")
                .set("account", account)
                .set("last", last)
                .set("archive", archive)
                .first(row -> row.text("outcome"))
                .orElseThrow();
        return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }
}
