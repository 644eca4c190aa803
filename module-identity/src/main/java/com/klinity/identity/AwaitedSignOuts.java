package com.klinity.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The sign-outs whose callers wait a moment for the provider, so that who signs in right after the answer is not meant by
 * the second mark. Safe for many threads.
 */
final class AwaitedSignOuts {

    static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** By then its transaction has ended; when that was rolled back, nobody ever waits for it. */
    static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Awaited(CountDownLatch latch, Instant since) {}

    AwaitedSignOuts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Expects the end of a sign-out, before the commit that lets its job begin.
     *
     * @return waits until it is done, or for a moment: the job goes on in any case, perhaps on another server
     */
    Runnable expect(UUID signOut) {
        CountDownLatch latch = new CountDownLatch(1);
        if (awaited.size() >= MOST) {
            Instant forgotten = clock.instant().minus(FORGOTTEN);
            awaited.values().removeIf(other -> other.since().isBefore(forgotten));
        }
        if (awaited.size() < MOST) {
            awaited.put(signOut, new Awaited(latch, clock.instant()));
        }
        return () -> await(latch, signOut);
    }

    boolean isExpected(UUID signOut) {
        return awaited.containsKey(signOut);
    }

    private void await(CountDownLatch latch, UUID signOut) {
        try {
            boolean done = latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            System.getLogger(AwaitedSignOuts.class.getName())
                    .log(System.Logger.Level.DEBUG, "sign-out {0} is done: {1}", signOut, done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            awaited.remove(signOut);
        }
    }

    /** Told by the job at its end, whether it went well or not. */
    void ended(UUID signOut) {
        Awaited there = awaited.remove(signOut);
        if (there != null) {
            there.latch().countDown();
        }
    }
}
