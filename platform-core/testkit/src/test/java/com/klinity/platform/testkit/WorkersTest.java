package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.server.Readiness;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.testkit.JobsLab.Node;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run does to those after it. */
class WorkersTest {

    private static final JobsLab LAB = new JobsLab();

    private final String topic = "lab." + UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void nobody_is_left() {
        open.countDown();
        LAB.change("delete from platform.jobs");
    }

    @Test
    void an_interrupt_does_not_outlive_its_job() {
        AtomicInteger interrupted = new AtomicInteger();
        try (Node node = LAB.start(type(run -> {
            interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            runs.incrementAndGet();
            Thread.currentThread().interrupt();
        }))) {
            for (int i = 0; i < 20; i++) {
                node.leave(topic, account, UUID.randomUUID());
            }
            LAB.awaitNoJobs();
        }
        assertEquals("20 0", runs + " " + interrupted);
    }

    @Test
    void whatever_a_job_throws_the_next_one_runs() {
        try (Node node = LAB.start(type(run -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            if (runs.get() == 2) {
                throw new InterruptedException();
            }
        }))) {
            node.leave(topic, account, UUID.randomUUID());
            node.leave(topic, account, UUID.randomUUID());
            LAB.awaitNoJobs();
        }
        assertEquals(4, runs.get());
    }

    @Test
    void a_run_that_does_not_hear_loses_its_place_to_the_next() {
        try (Node node = LAB.start(type(this::deaf))) {
            cancelled(node);
            node.leave(topic, account, UUID.randomUUID());
            LAB.awaitNoJobs();
        }
        assertEquals(2, runs.get());
    }

    @Test
    void a_run_that_does_not_hear_is_counted_until_it_ends() {
        try (Node node = LAB.start(type(this::deaf))) {
            cancelled(node);
            JobsLab.await(() -> stuck(node) == 1);
            open.countDown();
            JobsLab.await(() -> stuck(node) == 0);
        }
    }

    @Test
    void what_a_run_writes_that_did_not_hear_is_refused() {
        CountDownLatch written = new CountDownLatch(1);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        try (Node node = LAB.start(type(run -> {
            deaf(run);
            try {
                effect(run);
            } catch (JobRun.LeaseLost e) {
                refused.set(e);
            }
            written.countDown();
        }))) {
            cancelled(node);
            JobsLab.await(() -> stuck(node) == 1);
            open.countDown();
            JobsLab.await(() -> written.getCount() == 0);
        }
        assertTrue(refused.get() instanceof JobRun.LeaseLost);
    }

    @Test
    void readiness_says_when_too_many_runs_do_not_hear() {
        try (Node node = LAB.start(type(this::alwaysDeaf))) {
            for (int i = 1; i <= 3; i++) {
                int begun = i;
                UUID subject = UUID.randomUUID();
                node.leave(topic, account, subject);
                JobsLab.await(() -> runs.get() == begun);
                node.in(account, scope -> {
                    scope.withdraw(topic, subject);
                    return subject;
                });
            }
            JobsLab.await(() -> stuck(node) == 3);
            node.leave(topic, account, UUID.randomUUID());
            JobsLab.await(() -> node.workers().readiness().state() == Readiness.State.DEGRADED);
            open.countDown();
            JobsLab.await(() -> node.workers().readiness().state() == Readiness.State.UP);
        }
    }

    @Test
    void a_long_run_is_no_standstill() {
        try (Node node = LAB.start(type(this::deaf))) {
            node.leave(topic, account, UUID.randomUUID());
            node.leave(topic, account, UUID.randomUUID());
            JobsLab.await(() -> oldest(node) > 3);
            assertEquals(Readiness.State.UP, node.workers().readiness().state());
        }
    }

    @Test
    void a_suspect_that_waits_for_another_one_is_no_standstill() {
        try (Node dead = LAB.idle()) {
            dead.leave(topic, account, UUID.randomUUID());
            dead.leave(topic, account, UUID.randomUUID());
        }
        LAB.change("update platform.jobs set deaths = 1");
        try (Node node = LAB.start(new JobType(topic, 2, 3, Duration.ofMillis(100), this::deaf))) {
            JobsLab.await(() -> runs.get() == 1 && oldest(node) > 3);
            assertEquals(Readiness.State.UP, node.workers().readiness().state());
            assertEquals(1, runs.get());
        }
    }

    @Test
    void a_lease_is_renewed_while_its_job_runs() {
        String age = "select extract(epoch from now() - created_at) * 1000 from platform.jobs";
        try (Node node = LAB.start(type(this::deaf))) {
            node.leave(topic, account, UUID.randomUUID());
            JobsLab.await(() -> runs.get() == 1);
            try (Node other = LAB.start(type(run -> runs.incrementAndGet()))) {
                JobsLab.await(() -> LAB.number(age) > 2 * JobsLab.SHORT.lease().toMillis());
                assertEquals(1, runs.get(), () -> other.workers().metrics().text());
            }
        }
    }

    @Test
    void a_job_that_its_server_was_lost_with_twice_is_set_aside() {
        AtomicInteger abandoned = new AtomicInteger();
        JobRunner runner = new JobRunner() {
            @Override
            public void run(JobRun run) {
                runs.incrementAndGet();
            }

            @Override
            public boolean abandoned(JobRun run) {
                effect(run);
                return abandoned.incrementAndGet() > 0;
            }
        };
        try (Node node = LAB.start(type(runner))) {
            died(2);
            LAB.awaitNoJobs();
            assertEquals(1, LAB.number("select count(*) from platform.jobs where failed_at is not null"));
            assertEquals("0 1", runs + " " + abandoned);
            assertEquals(0, stuck(node));
        }
    }

    @Test
    void a_job_whose_subject_cannot_be_told_goes_on_being_tried() {
        try (Node node = LAB.start(type(run -> runs.incrementAndGet()))) {
            died(2);
            LAB.awaitNoJobs();
            assertEquals(0, LAB.number("select count(*) from platform.jobs"));
            assertEquals(0, stuck(node));
        }
        assertEquals(1, runs.get());
    }

    @Test
    void a_server_that_is_lost_is_a_death() {
        Node node = LAB.start(type(this::deaf));
        node.leave(topic, account, UUID.randomUUID());
        JobsLab.await(() -> runs.get() == 1);
        node.kill();
        Node other = LAB.idle();
        JobsLab.await(() -> other.line().takeOver() == 1);
        other.close();
        assertEquals(1, LAB.number("select deaths from platform.jobs"));
    }

    @Test
    void a_stop_is_no_death_even_for_who_does_not_hear() {
        Node node = LAB.start(type(this::deaf));
        node.leave(topic, account, UUID.randomUUID());
        JobsLab.await(() -> runs.get() == 1);
        node.close();
        assertEquals(
                1,
                LAB.number("select count(*) from platform.jobs"
                        + " where deaths = 0 and attempts = 0 and lease_until is null"));
    }

    @Test
    void a_lease_that_was_lost_while_the_server_lives_is_no_death() {
        try (Node node = LAB.start(type(this::deaf))) {
            node.leave(topic, account, UUID.randomUUID());
            JobsLab.await(() -> runs.get() == 1);
            LAB.change("update platform.jobs set lease_until = null, turn = null, fence = fence + 1, deaths = 1,"
                    + " available_at = now() + interval '1 hour'");
            JobsLab.await(() -> LAB.number("select deaths from platform.jobs") == 0);
        }
    }

    @Test
    void what_waits_is_told_by_topic() {
        try (Node node = LAB.start(type(this::deaf))) {
            for (int i = 0; i < 3; i++) {
                node.leave(topic, account, UUID.randomUUID());
            }
            String line = "klinity_jobs_waiting{topic=\"" + topic + "\"} 2\n";
            JobsLab.await(() -> node.workers().metrics().text().contains(line));
        }
    }

    private JobType type(JobRunner runner) {
        return new JobType(topic, 1, 3, Duration.ofMillis(100), runner);
    }

    /** The first run hears no interrupt until the test lets it go. */
    private void deaf(JobRun run) {
        if (runs.incrementAndGet() == 1) {
            waitDeaf();
        }
    }

    private void alwaysDeaf(JobRun run) {
        runs.incrementAndGet();
        waitDeaf();
    }

    private void waitDeaf() {
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                // Deaf.
            }
        }
    }

    /** A job runs here, and is then taken back. */
    private void cancelled(Node node) {
        UUID subject = UUID.randomUUID();
        node.leave(topic, account, subject);
        JobsLab.await(() -> runs.get() == 1);
        node.in(account, scope -> {
            scope.withdraw(topic, subject);
            return subject;
        });
    }

    private void died(int times) {
        LAB.change("insert into platform.jobs (id, topic, account_id, subject_id, deaths) values (gen_random_uuid(), '"
                + topic + "', '" + account + "', gen_random_uuid(), " + times + ")");
    }

    private static void effect(JobRun run) {
        run.inScope(
                Touch.of(Action.UPDATE, "Effect", run.subject()),
                Map.of(),
                scope -> scope.sql("insert into lab.effects values (:subject, 'done')")
                        .set("subject", run.subject())
                        .execute());
    }

    private static long stuck(Node node) {
        return Math.round(value(node, "klinity_jobs_stuck "));
    }

    private double oldest(Node node) {
        return value(node, "klinity_jobs_oldest_seconds{topic=\"" + topic + "\"} ");
    }

    private static double value(Node node, String name) {
        return node.workers()
                .metrics()
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }
}
