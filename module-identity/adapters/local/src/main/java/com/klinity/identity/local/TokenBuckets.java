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
    private final int capacity;
    private final Duration refill;

    /** The level at a time; it rises by one each {@link #refill}. */
    private record Bucket(double level, Instant at) {}

    TokenBuckets(int capacity, Duration refill) {
        this.capacity = capacity;
        this.refill = refill;
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
        double level = levelAt(buckets.getOrDefault(key, new Bucket(capacity, now)), now);
        if (level < 1) {
            throw Refusal.tooMany(waitFor(1 - level));
        }
        buckets.put(key, new Bucket(level - 1, now));
    }

    private void makeRoom(Instant now) {
        buckets.values().removeIf(bucket -> levelAt(bucket, now) >= capacity);
        if (buckets.size() >= MOST_KEYS) {
            throw Refusal.tooMany(refill);
        }
    }

    private double levelAt(Bucket bucket, Instant now) {
        long passed = Math.max(0, Duration.between(bucket.at(), now).toNanos());
        return Math.min(capacity, bucket.level() + (double) passed / refill.toNanos());
    }

    private Duration waitFor(double missing) {
        return Duration.ofSeconds((long) Math.ceil(missing * refill.toNanos() / 1e9));
    }
}
