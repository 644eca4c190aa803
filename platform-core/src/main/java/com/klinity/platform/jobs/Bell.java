package com.klinity.platform.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the one who hands out a topic's jobs, when this server leaves one or a place becomes free. For other servers' jobs
 * it wakes by itself. Safe for many threads; a ring is never lost, many at once are one.
 */
public final class Bell {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Map<String, Semaphore> topics = new ConcurrentHashMap<>();

    /** Silent so far. */
    public Bell() {}

    /** Wakes whoever waits for jobs of that topic, or the next one who would. */
    public void ring(String topic) {
        Semaphore bell = of(topic);
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits for the bell, or for a moment; false when it stayed silent. */
    boolean await(String topic) throws InterruptedException {
        Semaphore bell = of(topic);
        boolean rung = bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        return rung;
    }

    private Semaphore of(String topic) {
        return topics.computeIfAbsent(topic, name -> new Semaphore(0));
    }
}
