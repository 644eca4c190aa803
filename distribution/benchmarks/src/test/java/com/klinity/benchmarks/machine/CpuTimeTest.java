package com.klinity.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    private static final String STAT = "42 (a (b) c) S 1 42 42 0 -1 4194560 1 2 3 4 15 7 21 9 20 0 1 0 100 200 300";

    @Test
    void user_and_system_time_are_hundredths_after_a_name_that_may_hold_anything() {
        assertEquals(Duration.ofMillis(220), CpuTime.read(STAT, 11, 12));
    }

    @Test
    void the_time_of_ended_children_comes_after_it() {
        assertEquals(Duration.ofMillis(300), CpuTime.read(STAT, 13, 14));
    }

    @Test
    void a_child_that_has_ended_counts() throws IOException, InterruptedException {
        Duration before = CpuTime.ofEndedChildren();
        Process busy = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start();
        assertEquals(0, busy.waitFor());
        assertTrue(CpuTime.ofEndedChildren().compareTo(before) > 0);
    }

    @Test
    void a_process_that_has_ended_has_no_time_any_more() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertEquals(Duration.ZERO, CpuTime.of(ended.pid()));
    }
}
