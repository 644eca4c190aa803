package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.server.Readiness.Finding;
import com.klinity.platform.server.Readiness.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever asks whether a server is ready hears it in time, whatever holds it up. */
class ReadinessTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_worst_of_all_is_told_with_the_names_of_those_that_are_not_well() {
        Readiness readiness = new Readiness(List.of(
                check("one", () -> State.UP), check("two", () -> State.DOWN), check("three", () -> State.DEGRADED)));
        assertEquals(new Finding(State.DOWN, List.of("two", "three"), false), readiness.look());
    }

    @Test
    void a_check_that_hangs_is_not_waited_for() {
        Readiness readiness = new Readiness(List.of(check("hanging", this::hang), check("well", () -> State.UP)));
        long before = System.nanoTime();
        assertEquals(new Finding(State.DOWN, List.of("hanging"), false), readiness.look());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        release.countDown();
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, () -> "told after " + took);
    }

    @Test
    void many_probes_of_a_check_that_hangs_are_one() {
        Readiness readiness = new Readiness(List.of(check("hanging", this::hang)));
        readiness.look();
        readiness.look();
        release.countDown();
        assertEquals(1, asked.get());
    }

    @Test
    void a_check_that_breaks_is_down() {
        Readiness readiness = new Readiness(List.of(check("broken", () -> {
            throw new IllegalStateException();
        })));
        assertEquals(new Finding(State.DOWN, List.of("broken"), false), readiness.look());
    }

    private State hang() {
        asked.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return State.UP;
    }

    private static ReadinessCheck check(String name, Supplier<State> state) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public State state() {
                return state.get();
            }
        };
    }
}
