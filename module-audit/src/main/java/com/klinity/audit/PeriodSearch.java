package com.klinity.audit;

import com.klinity.platform.spi.Scope;
import java.time.Instant;

/**
 * Finds the entries of a period by their places. Times go up along a log, so halving finds them in a few steps of its
 * primary key. They go up except where the database's clock was set back: the entries near by are looked through, so that
 * no entry of the period is left out for that.
 */
final class PeriodSearch {

    /** How far from the place that halving found; a practitioner's work of weeks. */
    private static final long NEAR = 10_000;

    private static final String FIRST_FROM = """
        with recursive search (low, high) as (
            select cast(:low as bigint), cast(:high as bigint)
            union all
            select case when entry.occurred_at < :at then middle else low end,
                case when entry.occurred_at < :at then high else middle end
            from search cross join lateral (select (low + high) / 2 as middle) half
            left join audit.entries entry on entry.sequence = middle
            where high - low > 1)
        select high from search where high - low <= 1
        """;

    private static final String EARLIER_FROM = """
        select min(sequence) as sequence from audit.entries
        where sequence between :found - :near and :found and occurred_at >= :at
        """;

    private static final String LATER_BEFORE = """
        select max(sequence) as sequence from audit.entries
        where sequence between :found and :found + :near and occurred_at < :at
        """;

    private final Scope scope;
    private final Segment whole;

    PeriodSearch(Scope scope) {
        this.scope = scope;
        this.whole = EntryTable.whole(scope);
    }

    Segment whole() {
        return whole;
    }

    /** Sequence of the first entry of that time or later; one more than the last when there is none. */
    long firstFrom(Instant at) {
        long found = halved(at);
        return near(EARLIER_FROM, found, at, found);
    }

    /** Sequence of the last entry before that time; one less than the first when there is none. */
    long lastBefore(Instant at) {
        long found = halved(at);
        return near(LATER_BEFORE, found, at, found - 1);
    }

    private long halved(Instant at) {
        return scope.sql(FIRST_FROM)
                .set("low", whole.first() - 1)
                .set("high", whole.last() + 1)
                .set("at", at)
                .first(row -> row.number("high"))
                .orElseThrow();
    }

    private long near(String sql, long found, Instant at, long otherwise) {
        Long better = scope.sql(sql)
                .set("found", found)
                .set("near", NEAR)
                .set("at", at)
                .list(row -> row.numberOrNull("sequence") == null ? otherwise : row.number("sequence"))
                .getFirst();
        return better;
    }
}
