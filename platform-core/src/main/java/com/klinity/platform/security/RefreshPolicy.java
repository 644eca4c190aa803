package com.klinity.platform.security;

import java.time.Duration;

/**
 * When an issuer's keys are read again.
 *
 * @param coolDown the least time from the start of one read to the start of the next, whatever strangers ask for and
 *     however the last one ended
 * @param maxAge how old keys may grow before a request that uses them starts a read behind itself
 * @param patience how long a request with an unknown key waits for a read
 * @param fetchLimit when a read that has not ended is given up
 */
record RefreshPolicy(Duration coolDown, Duration maxAge, Duration patience, Duration fetchLimit) {
    static final RefreshPolicy DEFAULT = new RefreshPolicy(
            Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(3), Duration.ofSeconds(10));
}
