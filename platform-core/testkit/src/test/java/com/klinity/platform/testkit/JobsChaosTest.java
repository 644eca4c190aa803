package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.jobs.JobTimes;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.testkit.JobsLab.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Short jobs of many accounts over two servers, while leases are lost, jobs taken back, connections cut and servers
 * killed, all as a seed says. How many and which: {@code -Dtestkit.jobs=100000 -Dtestkit.seed=7}.
 */
class JobsChaosTest {

    private static final int JOBS = Integer.getInteger("testkit.jobs", 1_500);
    private static final long SEED = Long.getLong("testkit.seed", 42);
    private static final int ACCOUNTS = 20;
    private static final int AT_ONCE = 8;
    private static final int PORTION = 250;
    private static final String TOPIC = "lab.chaos";
    private static final JobTimes TIMES = new JobTimes(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            Duration.ofMillis(200));

    /** Thousands of failures that are meant to be. Kept, or their level would be forgotten. */
    private static final List<Logger> FAILURES = Stream.of("com.klinity.platform.jobs", "com.zaxxer.hikari")
            .map(Logger::getLogger)
            .toList();

    private final JobsLab lab = new JobsLab();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Node> nodes = new ArrayList<>(List.of(start(), start()));
    private final List<UUID> accounts =
            Stream.generate(() -> lab.account(nodes.getFirst())).limit(ACCOUNTS).toList();
    private int kills;

    @BeforeAll
    static void hush() {
        FAILURES.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @AfterAll
    static void speak() {
        FAILURES.forEach(logger -> logger.setLevel(null));
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void no_job_is_lost_and_none_has_its_effect_twice() {
        lab.change("create table lab.jobs (subject uuid primary key, account uuid not null, taken_back boolean)");
        long start = System.nanoTime();
        for (int left = 0; left < JOBS; left += PORTION) {
            leave(Math.min(PORTION, JOBS - left));
            do {
                disturb();
            } while (waiting() > 4 * PORTION);
        }
        while (waiting() > 0) {
            disturb();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        nodes.forEach(Node::close);
        System.getLogger(JobsChaosTest.class.getName())
                .log(System.Logger.Level.INFO, "{0} jobs in {1} s, {2} kills", JOBS, seconds, kills);
        assertEquals("0 lost, 0 twice", lost() + " lost, " + twice() + " twice");
    }

    /** In one transaction an account, so that each stands in line behind its own. */
    private void leave(int jobs) {
        UUID account = accounts.get(random.nextInt(ACCOUNTS));
        lab.change("with left_now as (insert into platform.jobs (id, topic, account_id, subject_id)"
                + " select gen_random_uuid(), '" + TOPIC + "', '" + account
                + "', gen_random_uuid() from generate_series(1, " + jobs + ") returning subject_id, account_id)"
                + " insert into lab.jobs select subject_id, account_id from left_now");
    }

    private void disturb() {
        pause();
        switch (random.nextInt(20)) {
            case 0 -> kill(random.nextInt(2));
            case 1, 2 ->
                lab.change("select pg_terminate_backend(pid) from (select pid from pg_stat_activity"
                        + " where application_name like 'klinity%' and datname = current_database() limit 2) cut");
            case 3, 4, 5 ->
                lab.change("update platform.jobs set lease_until = now() - interval '1 second' where id in (select id"
                        + " from platform.jobs where lease_until is not null limit 3 for update skip locked)");
            case 6, 7, 8 -> takeBack();
            default -> {}
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    private void kill(int which) {
        nodes.get(which).kill();
        nodes.set(which, start());
        kills++;
    }

    /** What was taken back need not have its effect; it must not have it twice. */
    private void takeBack() {
        lab.change("with gone as (delete from platform.jobs where id in (select id from platform.jobs"
                + " order by random() limit 3 for update skip locked) returning subject_id)"
                + " update lab.jobs set taken_back = true where subject in (select subject_id from gone)");
    }

    private long waiting() {
        return lab.number("select count(*) from platform.jobs");
    }

    private long lost() {
        return lab.number("select count(*) from lab.jobs j where taken_back is null"
                + " and not exists (select from lab.effects e where e.subject = j.subject)");
    }

    private long twice() {
        return lab.number("select count(*) from (select from lab.effects group by subject having count(*) > 1) twice");
    }

    private Node start() {
        return lab.start(
                TIMES, new JobType(TOPIC, AT_ONCE, Integer.MAX_VALUE, Duration.ofMillis(100), JobsChaosTest::work));
    }

    /** Some fail, some do not hear and come late, most just work. What is done is not done again, as jobs must. */
    private static void work(JobRun run) {
        int kind = Math.floorMod(run.subject().hashCode(), 500);
        if (kind < 10 && run.attempt() == 1) {
            throw new IllegalStateException("meant to be");
        }
        if (kind == 11 && run.attempt() == 1) {
            throw new StackOverflowError("meant to be");
        }
        if (kind == 12 && run.attempt() == 1) {
            sleepDeaf(TIMES.lease().plus(TIMES.stuckAfter()));
        }
        run.inScope(Touch.of(Action.UPDATE, "Effect", run.subject()), Map.of(), scope -> once(run, scope));
    }

    private static int once(JobRun run, Scope scope) {
        boolean done = scope.sql("select subject from lab.effects where subject = :subject")
                .set("subject", run.subject())
                .first(row -> row.uuid("subject"))
                .isPresent();
        return done
                ? 0
                : scope.sql("insert into lab.effects values (:subject, 'done')")
                        .set("subject", run.subject())
                        .execute();
    }

    private static void sleepDeaf(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.interrupted();
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
