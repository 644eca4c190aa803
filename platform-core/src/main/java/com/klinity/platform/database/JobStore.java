package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import com.klinity.platform.spi.UuidV7;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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

    private static final String LEASE = """
        update platform.jobs
        set attempts = attempts + 1, fence = fence + 1, lease_until = now() + make_interval(secs => :lease)
        where id = (
            select id from platform.jobs
            where topic = :topic and failed_at is null and available_at <= now()
                and (lease_until is null or lease_until < now())
            order by available_at for update skip locked limit 1)
        returning id, account_id, subject_id, payload, attempts, fence
        """;

    private static final String RENEW = """
        update platform.jobs set lease_until = now() + make_interval(secs => :lease)
        where id = :id and fence = :fence
        """;

    private static final String RELEASE = """
        update platform.jobs
        set lease_until = null, available_at = now() + make_interval(secs => :wait),
            failed_at = case when :final then now() end,
            payload = case when :final then '{}' else payload end
        where id = :id and fence = :fence
        """;

    private static final String RETURN = """
        update platform.jobs set lease_until = null, attempts = attempts - 1 where id = :id and fence = :fence
        """;

    private static final String HOLDS =
            "select id from platform.jobs where id = :id and fence = :fence and lease_until > now() for update";

    private final KeyedPool database;
    private final Json json;
    private final InstantSource clock;

    /** In that database. */
    public JobStore(KeyedPool database, Json json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Leaves a job that belongs to no account. */
    public UUID enqueue(String topic, JsonText payload) {
        UUID job = UuidV7.at(clock.instant());
        return run(lane -> {
            statement(lane, INSERT)
                    .set("id", job)
                    .set("topic", topic)
                    .set("account", null)
                    .set("subject", job)
                    .set("payload", payload.text())
                    .execute();
            return job;
        });
    }

    /** Takes the job that has waited longest, if one waits. */
    public Optional<LeasedJob> lease(String topic, Duration lease) {
        return run(lane -> statement(lane, LEASE)
                .set("topic", topic)
                .set("lease", lease.toSeconds())
                .first(JobStore::job));
    }

    /** Holds on to a job; false when it is no longer held. */
    public boolean renew(LeasedJob job, Duration lease) {
        return run(
                lane -> held(lane, RENEW, job).set("lease", lease.toSeconds()).execute() == 1);
    }

    /** Ends a job that is done. */
    public void complete(LeasedJob job) {
        run(lane -> held(lane, "delete from platform.jobs where id = :id and fence = :fence", job)
                .execute());
    }

    /** Ends an attempt that failed: tried again after the wait, or given up. */
    public void release(LeasedJob job, Duration wait, boolean finalFailure) {
        run(lane -> held(lane, RELEASE, job)
                .set("wait", wait.toSeconds())
                .set("final", finalFailure)
                .execute());
    }

    /** Gives back a job that was interrupted by no fault of its own; the attempt does not count. */
    public void giveBack(LeasedJob job) {
        run(lane -> held(lane, RETURN, job).execute());
    }

    /** Whether the scope's transaction still holds the job; locks it until that transaction ends. */
    public static boolean holds(AccountScope scope, LeasedJob job) {
        return scope.coreSql(HOLDS)
                .set("id", job.id())
                .set("fence", job.fence())
                .first(row -> row.uuid("id"))
                .isPresent();
    }

    private JdbcStatement statement(Lane lane, String sql) {
        return new JdbcStatement(lane, json, NamedSql.of(sql));
    }

    private Statement held(Lane lane, String sql, LeasedJob job) {
        return statement(lane, sql).set("id", job.id()).set("fence", job.fence());
    }

    private <T> T run(Function<Lane, T> work) {
        try (Connection connection = database.pool().getConnection()) {
            return work.apply(new CoreLane(connection, database.key()));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static LeasedJob job(Row row) {
        return new LeasedJob(
                row.uuid("id"),
                Optional.ofNullable(row.uuidOrNull("account_id")),
                row.uuid("subject_id"),
                new JsonText(row.text("payload")),
                (int) row.number("attempts"),
                row.number("fence"));
    }
}
