package com.klinity.platform.jobs;

import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lease      a dead server's jobs are taken over after this long
 * @param tick       how often leases are renewed, and dead servers looked for
 * @param stuckAfter how long a run that was told to end may go on before another one gets its place
 * @param stillAfter how long a job may wait while nothing moves before readiness says so
 * @param stop       how long the stop waits for running jobs
 */
public record JobTimes(Duration lease, Duration tick, Duration stuckAfter, Duration stillAfter, Duration stop) {

    static final String STUCK_AFTER = "klinity.jobs.stuck-after";

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final Duration STILL = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(8);

    /** Reads the settings; faults are noted there. */
    public static JobTimes read(Settings settings) {
        return new JobTimes(LEASE, TICK, settings.duration(STUCK_AFTER, STUCK), STILL, STOP);
    }
}
