package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import com.klinity.platform.spi.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Jobs in PostgreSQL: leased with {@code skip locked}, each lease with a fence that rises, so that a server that was
 * thought dead cannot write over its successor. Safe for many threads; every method blocks for a connection.
 */
public final class JobStore {

    static final String INSERT = """
        insert into platform.jobs (id, topic, account_id, subject_id, payload)
        values (:id, :topic, :account, :subject, cast(:payload as jsonb))
        """;

    /** A run that holds the job finds it gone when it renews its lease or writes. */
    static final String WITHDRAW = """
        delete from platform.jobs where topic = :topic and account_id = :account and subject_id = :subject
        """;

    /** Of those that a server may have died of only one at a time, so that the innocent are told from the guilty. */
    private static final String TAKE = """
        with next as materialized (
            select id, account_id, turn, deaths from platform.jobs
            where topic = :topic and turn is not null and lease_until is null and failed_at is null
                and (deaths = 0 or :suspect)
            order by turn, id for update skip locked limit :most
        ), suspended as materialized (
            select platform.suspended_among(array(select account_id from next where account_id is not null)) as account_id
        ), parked as (
            update platform.jobs set turn = null, available_at = now() + make_interval(secs => :park)
            where id in (select id from next where account_id in (select account_id from suspended))
            returning id
        ), ranked as (
            select id, deaths, row_number() over (partition by deaths > 0 order by turn, id) as place from next
            where account_id is null or account_id not in (select account_id from suspended)
        ), taken as (
            update platform.jobs
            set attempts = attempts + 1, fence = fence + 1, lease_until = now() + make_interval(secs => :lease)
            where id in (select id from ranked where deaths = 0 or place = 1)
            returning id, account_id, subject_id, payload, attempts, fence, deaths
        )
        select * from taken union all select id, null, id, '{}', 0, 0, -1 from parked
        """;

    /** A row that is locked is one that its own run writes in. */
    private static final String RENEW = """
        with held as materialized (
            select j.id, j.fence from platform.jobs j
            join unnest(:ids, cast(:fences as bigint[])) h (id, fence) on h.id = j.id and h.fence = j.fence
            where j.lease_until is not null
        ), free as materialized (
            select j.id from platform.jobs j where j.id in (select id from held) for update skip locked
        ), renewed as (
            update platform.jobs j set lease_until = now() + make_interval(secs => :lease)
            from held where j.id = held.id and j.fence = held.fence and j.lease_until is not null
                and j.id in (select id from free)
        )
        select id from held
        """;

    private static final String RELEASE = """
        update platform.jobs
        set lease_until = null, turn = null, available_at = now() + make_interval(secs => :wait),
            failed_at = case when :final then now() end,
            payload = case when :final then '{}' else payload end
        where id = :id and fence = :fence and lease_until is not null
        """;

    /** Its turn has come already. */
    private static final String RETURN = """
        update platform.jobs set lease_until = null, attempts = attempts - 1
        where id = :id and fence = :fence and lease_until is not null
        """;

    private static final String PARK = """
        update platform.jobs
        set lease_until = null, turn = null, attempts = attempts - 1,
            available_at = now() + make_interval(secs => :park)
        where id = :id and fence = :fence and lease_until is not null
        """;

    private static final String ACQUIT = """
        update platform.jobs set deaths = deaths - 1 where id = :id and fence > :fence and deaths > 0
        """;

    private static final String HOLDS =
            "select id from platform.jobs where id = :id and fence = :fence and lease_until > now() for update";

    /** How long work of a suspended account waits before it is looked at again. */
    static final Duration PARKED = Duration.ofMinutes(1);

    private final CoreStatements core;
    private final InstantSource clock;

    /** In that database. */
    public JobStore(KeyedPool database, Json json, InstantSource clock) {
        this.core = new CoreStatements(database, json);
        this.clock = clock;
    }

    /**
     * What was found at the head of a line.
     *
     * @param jobs   now held
     * @param parked how many were put aside, as their accounts are suspended
     */
    public record Taken(List<LeasedJob> jobs, int parked) {}

    /** Leaves a job that belongs to no account. */
    public UUID enqueue(String topic, JsonText payload) {
        UUID job = UuidV7.at(clock.instant());
        return core.run(sql -> {
            sql.apply(INSERT)
                    .set("id", job)
                    .set("topic", topic)
                    .set("account", null)
                    .set("subject", job)
                    .set("payload", payload.text())
                    .execute();
            return job;
        });
    }

    /**
     * Takes the jobs whose turn it is.
     *
     * @param most    how many, at least 1
     * @param suspect whether one of them may be a job that servers may have died of
     */
    public Taken take(String topic, Duration lease, int most, boolean suspect) {
        List<LeasedJob> found = core.run(sql -> sql.apply(TAKE)
                .set("topic", topic)
                .set("lease", seconds(lease))
                .set("most", most)
                .set("suspect", suspect)
                .set("park", seconds(PARKED))
                .list(JobStore::job));
        List<LeasedJob> jobs = found.stream().filter(job -> job.deaths() >= 0).toList();
        return new Taken(jobs, found.size() - jobs.size());
    }

    /**
     * Holds on to jobs, all in one statement.
     *
     * @return the ids of those that are still held
     */
    public Set<UUID> renew(Collection<LeasedJob> jobs, Duration lease) {
        if (jobs.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(core.run(sql -> sql.apply(RENEW)
                .set("ids", jobs.stream().map(LeasedJob::id).toList())
                .set(
                        "fences",
                        jobs.stream().map(job -> Long.toString(job.fence())).toList())
                .set("lease", seconds(lease))
                .list(row -> row.uuid("id"))));
    }

    /** Ends a job that is done. */
    public void complete(LeasedJob job) {
        change("delete from platform.jobs where id = :id and fence = :fence", job, Statement::execute);
    }

    /** Ends an attempt that failed: tried again after the wait, or given up. */
    public void release(LeasedJob job, Duration wait, boolean finalFailure) {
        change(
                RELEASE,
                job,
                statement -> statement
                        .set("wait", seconds(wait))
                        .set("final", finalFailure)
                        .execute());
    }

    /** Gives back a job that was interrupted by no fault of its own; the attempt does not count. */
    public void giveBack(LeasedJob job) {
        change(RETURN, job, Statement::execute);
    }

    /** Gives back a job whose account is suspended, for a while; the attempt does not count. */
    public void park(LeasedJob job) {
        change(PARK, job, statement -> statement.set("park", seconds(PARKED)).execute());
    }

    /** A job was taken over although this process lives: that was no death. */
    public void acquit(LeasedJob job) {
        change(ACQUIT, job, Statement::execute);
    }

    /** Whether the scope's transaction still holds the job; locks it until that transaction ends. */
    public static boolean holds(AccountScope scope, LeasedJob job) {
        return scope.coreSql(HOLDS)
                .set("id", job.id())
                .set("fence", job.fence())
                .first(row -> row.uuid("id"))
                .isPresent();
    }

    private interface Change {
        int run(Statement statement);
    }

    private void change(String text, LeasedJob job, Change change) {
        core.run(sql -> change.run(sql.apply(text).set("id", job.id()).set("fence", job.fence())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static LeasedJob job(Row row) {
        return new LeasedJob(
                row.uuid("id"),
                Optional.ofNullable(row.uuidOrNull("account_id")),
                row.uuid("subject_id"),
                new JsonText(row.text("payload")),
                (int) row.number("attempts"),
                row.number("fence"),
                (int) row.number("deaths"));
    }
}
