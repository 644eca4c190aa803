package com.klinity.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkResultTest {

    @Test
    void answers_a_second_come_from_the_time_it_took() {
        assertEquals(400, parsed(20_000, 0).perSecond());
    }

    @Test
    void bytes_of_as_many_right_answers_pass() {
        assertEquals(200, parsed(20_000, 0).check(100, 100, 0).answers());
    }

    @Test
    void shorter_answers_fail_the_run() {
        assertThrows(BenchmarkFailure.class, () -> parsed(19_999, 0).check(100, 100, 0));
    }

    @Test
    void longer_answers_fail_the_run() {
        assertThrows(BenchmarkFailure.class, () -> parsed(20_101, 0).check(100, 100, 1));
    }

    @Test
    void one_failure_fails_the_run() {
        assertThrows(BenchmarkFailure.class, () -> parsed(20_000, 1).check(100, 100, 0));
    }

    @Test
    void an_output_without_the_line_fails_the_run() {
        assertThrows(BenchmarkFailure.class, () -> WrkResult.parse("unable to connect", Duration.ZERO));
    }

    private static WrkResult parsed(long bytes, long failures) {
        return WrkResult.parse(
                "Running\nresult answers=200 micros=500000 bytes=%d failures=%d p50=12.5 p99=99.0\n"
                        .formatted(bytes, failures),
                Duration.ZERO);
    }
}
