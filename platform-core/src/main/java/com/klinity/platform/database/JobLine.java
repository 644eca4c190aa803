package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Row;
import java.util.List;

/**
 * Keeps the lines of waiting jobs in order, for every topic at once; each server may do it at any time. Safe for many
 * threads; every method blocks for a connection.
 */
public final class JobLine {

    /** A step short enough to keep nobody waiting; there may be more to do after it. */
    public static final int AT_ONCE = 1000;

    /** One server at a time, as two would give the same turns. Whoever comes second leaves it to the first. */
    private static final String LINE_UP = """
        with mine as materialized (
            select pg_try_advisory_xact_lock(hashtextextended('platform.jobs', 0)) as free
        ), due as materialized (
            select id, topic, account_id, available_at from platform.jobs
            where turn is null and lease_until is null and failed_at is null and available_at <= now()
                and (select free from mine)
            order by available_at for update skip locked limit :most
        ), suspended as materialized (
            select platform.suspended_among(array(select distinct account_id from due where account_id is not null))
                as account_id
        ), ranked as (
            select id, topic, account_id,
                row_number() over (partition by topic, account_id order by available_at, id) - 1 as behind
            from due where account_id is null or account_id not in (select account_id from suspended)
        ), starts as materialized (
            select topic, account_id, platform.next_turn(topic, account_id) as turn
            from (select distinct topic, account_id from ranked) own
        ), lined as (
            update platform.jobs j set turn = s.turn + r.behind
            from ranked r join starts s on s.topic = r.topic and s.account_id is not distinct from r.account_id
            where j.id = r.id
            returning j.topic
        ), parked as (
            update platform.jobs set available_at = now() + make_interval(secs => :park)
            where id in (select id from due where account_id in (select account_id from suspended))
            returning topic
        )
        select topic, count(*) as jobs from (select topic from lined union all select topic from parked) t group by topic
        """;

    /** From the third death on it waits longer and longer, as nobody but itself may want it to run. */
    private static final String TAKE_OVER = """
        with gone as materialized (
            select id from platform.jobs where lease_until < now() and failed_at is null
            order by lease_until for update skip locked limit :most
        )
        update platform.jobs j
        set lease_until = null, turn = null, fence = fence + 1, deaths = deaths + 1,
            available_at = now()
                + make_interval(secs => case when deaths < 2 then 0 else least(3600, 15 * 4 ^ (deaths - 1)) end)
        from gone where j.id = gone.id
        """;

    private static final String LOOK = """
        select topic, count(*) as waiting, greatest(0, extract(epoch from now() - min(available_at))) as oldest
        from platform.jobs where lease_until is null and failed_at is null and available_at <= now() group by topic
        """;

    private final CoreStatements core;

    /** In that database. */
    public JobLine(KeyedPool database, Json json) {
        this.core = new CoreStatements(database, json);
    }

    /**
     * Jobs of one topic that could run now.
     *
     * @param topic   of the jobs
     * @param waiting how many
     * @param oldest  how long the one that could run first has waited, in seconds
     */
    public record Waiting(String topic, long waiting, double oldest) {}

    /**
     * Gives the jobs that have become due their turns, and lets those of suspended accounts wait on.
     *
     * @return a number of jobs for each topic that had some; {@link #AT_ONCE} or more in all when there may be more
     */
    public List<LinedUp> lineUp() {
        return core.run(sql -> sql.apply(LINE_UP)
                .set("most", AT_ONCE)
                .set("park", (double) JobStore.PARKED.toSeconds())
                .list(row -> new LinedUp(row.text("topic"), row.number("jobs"))));
    }

    /**
     * Jobs that were looked at.
     *
     * @param topic of the jobs
     * @param jobs  how many
     */
    public record LinedUp(String topic, long jobs) {}

    /** Frees the jobs whose holder has not been heard of; how many. */
    public int takeOver() {
        return core.run(sql -> sql.apply(TAKE_OVER).set("most", AT_ONCE).execute());
    }

    /** What waits, by topic; a topic without such jobs is left out. */
    public List<Waiting> waiting() {
        return core.run(sql -> sql.apply(LOOK).list(JobLine::waiting));
    }

    private static Waiting waiting(Row row) {
        Double oldest = row.decimalOrNull("oldest");
        return new Waiting(row.text("topic"), row.number("waiting"), oldest == null ? 0 : oldest);
    }
}
