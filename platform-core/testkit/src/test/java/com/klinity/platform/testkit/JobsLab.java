package com.klinity.platform.testkit;

import com.klinity.platform.background.Background;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.AuditHealth;
import com.klinity.platform.database.AuditWriter;
import com.klinity.platform.database.ConnectionPool;
import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.DeadConnections;
import com.klinity.platform.database.Done;
import com.klinity.platform.database.Identity;
import com.klinity.platform.database.JobLine;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.KeyedPool;
import com.klinity.platform.database.Reach;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.jobs.Bell;
import com.klinity.platform.jobs.JobTimes;
import com.klinity.platform.jobs.Queue;
import com.klinity.platform.jobs.Workers;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Scope;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** A database of its own with the queue in it, and as many servers' workers on it as a test likes. */
final class JobsLab {

    /** Short, so that tests are; long enough for a slow machine. */
    static final JobTimes SHORT = new JobTimes(
            Duration.ofSeconds(3),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            Duration.ofSeconds(3));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 8;

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final JacksonJson json = new JacksonJson();

    JobsLab() {
        String app = TestCluster.shared().credentials(DatabaseRole.APP).username();
        change("create schema lab");
        change("create table lab.effects (subject uuid not null, kind text not null)");
        change("create index on lab.effects (subject)");
        change("grant usage on schema lab to " + app);
        change("grant select, insert on lab.effects to " + app);
    }

    /** The workers of one server, which can be killed. */
    final class Node implements AutoCloseable {

        private final HikariDataSource pool;
        private final HikariDataSource jobs;
        private final AuditWriter writer;
        private final Accounts accounts;
        private final JobStore store;
        private final JobLine line;
        private final Workers workers;

        private Node(JobTimes times) {
            DatabaseSettings settings = JobsLab.this.database.settings(CONNECTIONS);
            pool = ConnectionPool.open(settings);
            KeyedPool database = new KeyedPool(pool, settings.coreKey());
            writer = new AuditWriter(database, new AuditHealth(database), "audit-writer");
            Bell bell = new Bell();
            accounts = new Accounts(database, writer, writer, json, bell::ring, Reach.ofTheCore());
            jobs = ConnectionPool.jobs(settings, new DeadConnections(), 4);
            KeyedPool queue = new KeyedPool(jobs, settings.coreKey());
            store = new JobStore(queue, json, InstantSource.system());
            line = new JobLine(queue, json);
            workers = new Workers(new Queue(store, line, bell, times), Map.of("lab", accounts), new Background());
        }

        JobStore store() {
            return store;
        }

        JobLine line() {
            return line;
        }

        Workers workers() {
            return workers;
        }

        /** Leaves a job in a transaction of its account. */
        UUID leave(String topic, UUID account, UUID subject) {
            return in(account, scope -> scope.enqueue(topic, subject));
        }

        <T> T in(UUID account, Function<Scope, T> work) {
            Actor actor = new Actor(account.toString(), "", UUID.randomUUID());
            return accounts.write(Identity.ofWork(account), actor, scope -> new Done<>(work.apply(scope), List.of()));
        }

        /** Cuts it off from the database for ever, so that it gives nothing back: to all others it is dead. */
        void kill() {
            jobs.close();
            pool.close();
            workers.close();
            writer.close();
        }

        @Override
        public void close() {
            workers.close();
            writer.close();
            jobs.close();
            pool.close();
        }
    }

    /** A server that takes no jobs by itself. */
    Node idle() {
        return new Node(SHORT);
    }

    Node start(JobType... types) {
        return start(SHORT, types);
    }

    Node start(JobTimes times, JobType... types) {
        Node node = new Node(times);
        node.workers.start(Map.of("lab", List.of(types)));
        return node;
    }

    /** Leaves jobs, one after the other. */
    void leave(String topic, UUID account, int jobs) {
        change("insert into platform.jobs (id, topic, account_id, subject_id) select gen_random_uuid(), '" + topic
                + "', '" + account + "', gen_random_uuid() from generate_series(1, " + jobs + ")");
    }

    /** A new account that the database knows. */
    UUID account(Node node) {
        UUID account = UUID.randomUUID();
        node.in(account, Scope::account);
        return account;
    }

    void change(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        RoleCredentials login = TestCluster.shared().credentials(DatabaseRole.SUPERUSER);
        return DriverManager.getConnection(database.url(), login.username(), login.password());
    }

    void awaitNoJobs() {
        await(() -> number("select count(*) from platform.jobs where failed_at is null") == 0);
    }

    static void await(Supplier<Boolean> condition) {
        await(PATIENCE, condition);
    }

    static void await(Duration patience, Supplier<Boolean> condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("did not come true within " + patience);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
