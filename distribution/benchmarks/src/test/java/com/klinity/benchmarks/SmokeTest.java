package com.klinity.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.PgbenchContender;
import com.klinity.benchmarks.load.Sample;
import com.klinity.benchmarks.load.Scripts;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The whole rig on tiny numbers, where the image and the load generators are there. Says nothing about speed. */
@TestInstance(Lifecycle.PER_CLASS)
class SmokeTest {

    private static final Deadline AMPLE = new Deadline(InstantSource.system(), Duration.ofHours(1));

    private static final Path IMAGE =
            Path.of("..", "target", "klinity").toAbsolutePath().normalize();

    private @Nullable Rig started;

    @BeforeAll
    void start() {
        assumeTrue(Files.isExecutable(IMAGE.resolve("bin/klinity")), "the image is not built");
        assumeTrue(Programs.installed(), "wrk and pgbench are not installed");
        Plan plan = new Plan();
        plan.image = IMAGE;
        plan.accounts = 2;
        started = Rig.start(plan);
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void every_contender_answers_and_costs_something() {
        List<Contender> contenders = rig().contenders(rig().targets());
        Rounds rounds = Rounds.run(contenders, 1, 1, 2, AMPLE);
        assertEquals(
                Set.of("klinity", Names.ONE_CALL, Names.STATEMENTS, "bare"),
                rounds.samples().keySet());
        rounds.samples().forEach((name, samples) -> assertPlausible(name, samples.getFirst()));
    }

    @Test
    void transactions_that_leave_no_entry_fail_the_run() {
        Contender silent = new PgbenchContender(
                "silent", rig().postgres(), rig().workspace().subfolder(), Scripts.nothing(), true);
        assertThrows(BenchmarkFailure.class, () -> silent.run(1, 1));
    }

    private static void assertPlausible(String name, Sample sample) {
        assertTrue(sample.perSecond() > 0 && sample.p50Micros() > 0, name);
        assertTrue(sample.p99Micros() >= sample.p50Micros(), name);
        assertTrue(sample.allCpuMicros() > 0, name);
    }

    private Rig rig() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }
}
