package com.klinity.benchmarks.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void time_in_the_jdk_belongs_to_whom_it_works_for() {
        assertEquals(Owner.DRIVER, Owner.of(List.of("sun.nio.ch.Net.poll", "org.postgresql.core.PGStream.receive")));
    }

    @Test
    void time_that_nobody_asked_for_is_the_jdk_s() {
        assertEquals(Owner.JDK, Owner.of(List.of("java.util.concurrent.ForkJoinPool.runWorker")));
    }

    @Test
    void shares_are_percent_of_all_samples() {
        Samples samples = new Samples();
        samples.add(List.of("io.helidon.A.a"));
        samples.add(List.of("java.lang.String.charAt", "io.helidon.A.a"));
        samples.add(List.of("com.klinity.B.b"));
        samples.add(List.of("com.klinity.B.b"));
        assertEquals(Map.of("Helidon", 50.0, "Klinity", 50.0), samples.shares());
    }

    @Test
    void compiler_threads_are_told_from_those_of_requests() {
        assertEquals("JIT compiler", ThreadTimes.kind("C2 CompilerThre"));
    }
}
