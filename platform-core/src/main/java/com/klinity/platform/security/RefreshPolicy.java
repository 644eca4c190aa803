package com.klinity.platform.security;

import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * When an issuer's keys are read again.
 *
 * @param coolDown the least time from the start of one read to the start of the next, whatever strangers ask for and
 *     however the last one ended
 * @param maxAge how old keys may grow before a request that uses them starts a read behind itself
 * @param patience how long a request with an unknown key waits for a read
 * @param fetchLimit when a read that has not ended is given up
 * @param keptFor how long the last keys are good while no others can be read
 */
public record RefreshPolicy(
        Duration coolDown, Duration maxAge, Duration patience, Duration fetchLimit, Duration keptFor) {
    static final RefreshPolicy DEFAULT = new RefreshPolicy(
            Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(3), Duration.ofSeconds(10));

    private static final String KEPT = "klinity.identity.keys-kept";
    private static final Duration A_MONTH = Duration.ofDays(30);

    RefreshPolicy(Duration coolDown, Duration maxAge, Duration patience, Duration fetchLimit) {
        this(coolDown, maxAge, patience, fetchLimit, Duration.ofDays(1));
    }

    /** With what the deployer says; a fault is noted there. */
    public static RefreshPolicy read(Settings settings) {
        Duration kept = settings.duration(KEPT, DEFAULT.keptFor());
        if (kept.compareTo(DEFAULT.maxAge()) < 0 || kept.compareTo(A_MONTH) > 0) {
            settings.fault(KEPT, "must be an ISO-8601 duration from PT15M to P30D");
        }
        return new RefreshPolicy(DEFAULT.coolDown(), DEFAULT.maxAge(), DEFAULT.patience(), DEFAULT.fetchLimit(), kept);
    }
}
