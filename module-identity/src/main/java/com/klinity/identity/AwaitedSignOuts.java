package com.klinity.identity;

import java.time.Duration;
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

    private static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<UUID, CountDownLatch> awaited = new ConcurrentHashMap<>();

    /**
     * Expects the end of a sign-out, before the commit that lets its job begin.
     *
     * @return waits until it is done, or for a moment: the job goes on in any case, perhaps on another server
     */
    Runnable expect(UUID signOut) {
        CountDownLatch latch = new CountDownLatch(1);
        if (awaited.size() < MOST) {
            awaited.put(signOut, latch);
        }
        return () -> await(latch, signOut);
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
        CountDownLatch latch = awaited.remove(signOut);
        if (latch != null) {
            latch.countDown();
        }
    }
}
