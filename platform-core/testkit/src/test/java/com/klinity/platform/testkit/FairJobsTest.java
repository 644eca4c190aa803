package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.testkit.JobsLab.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whose job is next. Each test has a topic of its own. */
class FairJobsTest {

    private static final int MANY = 200;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final JobsLab LAB = new JobsLab();
    private static final Node NODE = LAB.idle();

    private final String topic = "lab." + UUID.randomUUID();
    private final UUID many = LAB.account(NODE);
    private final UUID single = LAB.account(NODE);

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void a_single_job_waits_for_one_of_two_hundred_at_most() {
        LAB.leave(topic, many, MANY);
        take();
        NODE.leave(topic, single, UUID.randomUUID());
        assertTrue(takenUntil(single) <= 2);
    }

    @Test
    void jobs_left_at_the_same_time_stand_behind_each_other() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> NODE.leave(topic, many, UUID.randomUUID()));
            }
        }
        NODE.line().lineUp();
        NODE.leave(topic, single, UUID.randomUUID());
        assertTrue(takenUntil(single) <= 2);
    }

    @Test
    void two_accounts_with_many_jobs_take_turns() {
        LAB.leave(topic, many, MANY);
        LAB.leave(topic, single, MANY);
        List<UUID> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            order.add(take().account().orElseThrow());
        }
        assertEquals(10, order.stream().filter(single::equals).count());
    }

    @Test
    void who_came_with_many_does_not_starve_behind_who_comes_again_and_again() {
        LAB.leave(topic, many, MANY);
        int ofMany = 0;
        for (int i = 0; i < 20; i++) {
            NODE.leave(topic, single, UUID.randomUUID());
            ofMany += take().account().equals(Optional.of(many)) ? 1 : 0;
        }
        assertTrue(ofMany >= 9, ofMany + " of 20");
    }

    @Test
    void jobs_of_no_account_stand_in_line_as_one_account() {
        for (int i = 0; i < 20; i++) {
            LAB.change("insert into platform.jobs (id, topic, subject_id) values (gen_random_uuid(), '" + topic
                    + "', gen_random_uuid())");
        }
        NODE.leave(topic, single, UUID.randomUUID());
        assertTrue(takenUntil(single) <= 2);
    }

    @Test
    void jobs_that_have_waited_to_be_tried_again_stand_behind_each_other() {
        LAB.leave(topic, many, 20);
        for (int i = 0; i < 20; i++) {
            NODE.store().release(take(), Duration.ZERO, false);
        }
        NODE.line().lineUp();
        NODE.leave(topic, single, UUID.randomUUID());
        assertTrue(takenUntil(single) <= 2);
    }

    @Test
    void a_job_that_was_given_back_keeps_its_turn() {
        LAB.leave(topic, many, MANY);
        LeasedJob first = take();
        NODE.store().giveBack(first);
        assertEquals(first.id(), take().id());
    }

    @Test
    void jobs_of_a_suspended_account_block_nobody() {
        LAB.leave(topic, many, 20);
        suspend(many);
        NODE.leave(topic, single, UUID.randomUUID());
        assertEquals(Optional.of(single), take().account());
    }

    @Test
    void jobs_of_a_suspended_account_use_up_no_attempt() {
        LAB.leave(topic, many, 3);
        suspend(many);
        NODE.store().take(topic, LEASE, 3, true);
        assertEquals(0, LAB.number("select max(attempts) from platform.jobs where account_id = '" + many + "'"));
    }

    @Test
    void jobs_of_an_account_that_is_reinstated_run() {
        LAB.leave(topic, many, 1);
        suspend(many);
        NODE.store().take(topic, LEASE, 1, true);
        LAB.change("update identity.users set banned_at = null where id = '" + many + "'");
        LAB.change("update platform.jobs set available_at = now() where account_id = '" + many + "'");
        NODE.line().lineUp();
        assertEquals(Optional.of(many), take().account());
    }

    @Test
    void of_the_jobs_that_servers_may_have_died_of_one_runs_at_a_time() {
        LAB.leave(topic, many, 3);
        LAB.change("update platform.jobs set deaths = 1 where account_id = '" + many + "'");
        NODE.leave(topic, single, UUID.randomUUID());
        List<Integer> deaths = NODE.store().take(topic, LEASE, 4, true).jobs().stream()
                .map(LeasedJob::deaths)
                .sorted()
                .toList();
        assertEquals(List.of(0, 1), deaths);
    }

    private LeasedJob take() {
        for (int look = 0; look < 50; look++) {
            JobStore.Taken taken = NODE.store().take(topic, LEASE, 1, true);
            if (!taken.jobs().isEmpty()) {
                return taken.jobs().getFirst();
            }
        }
        throw new AssertionError("nothing to take");
    }

    private int takenUntil(UUID account) {
        int taken = 1;
        while (!take().account().equals(Optional.of(account))) {
            taken++;
        }
        return taken;
    }

    private static void suspend(UUID account) {
        LAB.change("update identity.users set banned_at = now() where id = '" + account + "'");
    }
}
