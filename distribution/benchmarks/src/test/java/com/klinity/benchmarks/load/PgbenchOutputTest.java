package com.klinity.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgbenchOutputTest {

    private static final PgbenchLog LOG = PgbenchLog.of(List.of("0 1 700 0 1000 1", "0 2 500 0 1002 1"));

    @Test
    void the_first_second_is_left_out_of_the_rate() {
        assertEquals(150, result(0, "0").perSecond(), 0.001);
    }

    @Test
    void the_first_second_is_left_out_of_what_cpu_time_is_divided_by() {
        assertEquals(400 - 100, result(0, "0").counted());
    }

    @Test
    void all_transactions_are_expected_in_the_audit_log() {
        assertEquals(400, result(0, "0").transactions());
    }

    @Test
    void a_failed_transaction_fails_the_run() {
        assertThrows(BenchmarkFailure.class, () -> result(0, "1"));
    }

    @Test
    void an_exit_code_fails_the_run() {
        assertThrows(BenchmarkFailure.class, () -> result(2, "0"));
    }

    @Test
    void a_run_that_was_broken_off_fails() {
        PgbenchOutput output = new PgbenchOutput();
        output.take("progress: 1.0 s, 100.0 tps, lat 1.0 ms stddev 1.0, 0 failed");
        assertThrows(BenchmarkFailure.class, () -> output.result(0, Duration.ZERO, Duration.ZERO, LOG));
    }

    @Test
    void percentiles_leave_the_first_second_out() {
        assertEquals(500, LOG.micros(99));
    }

    @Test
    void a_percentile_is_the_duration_that_so_many_do_not_exceed() {
        PgbenchLog log =
                PgbenchLog.of(List.of("0 1 9 0 1 1", "0 2 30 0 9 1", "0 3 10 0 9 1", "0 4 20 0 9 1", "0 5 40 0 9 1"));
        assertEquals(20, log.micros(50));
    }

    private static PgbenchResult result(int code, String failed) {
        PgbenchOutput output = new PgbenchOutput();
        List.of(
                        "pgbench (15.14, server 18.6)",
                        "progress: 1.0 s, 100.0 tps, lat 1.0 ms stddev 1.0, 0 failed",
                        "progress: 2.0 s, 120.0 tps, lat 1.0 ms stddev 1.0, 0 failed",
                        "progress: 3.0 s, 180.0 tps, lat 1.0 ms stddev 1.0, 0 failed",
                        "number of transactions actually processed: 400",
                        "number of failed transactions: " + failed + " (0.000%)",
                        "tps = 133.333333 (without initial connection time)")
                .forEach(output::take);
        return output.result(code, Duration.ofMillis(3), Duration.ofMillis(30), LOG);
    }
}
