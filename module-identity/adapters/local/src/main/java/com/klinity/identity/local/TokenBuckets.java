package com.klinity.identity.local;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Token buckets by key: so many at once, then one every so often. Holds no more keys than a bound; beyond it new keys are
 * refused until old buckets are full again. Safe for many threads.
 */
final class TokenBuckets {

    private static final int MOST_KEYS = 20_000;

    private final Map<String, Bucket> buckets = new HashMap<>();
    private final long refill;
    private final long capacity;

    /** Credit at a time, in nanoseconds of waiting: a call costs one refill. */
    private record Bucket(long credit, Instant at) {}

    TokenBuckets(int capacity, Duration refill) {
        this.refill = refill.toNanos();
        this.capacity = capacity * this.refill;
    }

    /**
     * Takes one.
     *
     * @throws Refusal 429 when there is none, with the wait until there is
     */
    synchronized void take(String key, Instant now) {
        if (buckets.size() >= MOST_KEYS && !buckets.containsKey(key)) {
            makeRoom(now);
        }
        long credit = creditAt(buckets.getOrDefault(key, new Bucket(capacity, now)), now);
        if (credit < refill) {
            throw Refusal.tooMany(wholeSeconds(refill - credit));
        }
        buckets.put(key, new Bucket(credit - refill, now));
    }

    /** Takes one, if there is one. */
    synchronized boolean took(String key, Instant now) {
        try {
            take(key, now);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private void makeRoom(Instant now) {
        buckets.values().removeIf(bucket -> creditAt(bucket, now) >= capacity);
        if (buckets.size() >= MOST_KEYS) {
            throw Refusal.tooMany(wholeSeconds(refill));
        }
    }

    /** Stops at the capacity before the sum could overflow: what passed is bounded by what is missing. */
    private long creditAt(Bucket bucket, Instant now) {
        Duration passed = Duration.between(bucket.at(), now);
        Duration missing = Duration.ofNanos(capacity - bucket.credit());
        if (passed.compareTo(missing) >= 0) {
            return capacity;
        }
        return bucket.credit() + Math.max(0, passed.toNanos());
    }

    private static Duration wholeSeconds(long nanos) {
        return Duration.ofSeconds(Math.ceilDiv(nanos, 1_000_000_000L));
    }
}
