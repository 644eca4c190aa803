package com.klinity.platform.jobs;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Wakes idle workers when this server leaves a job; otherwise they look by themselves, for other servers' jobs. */
public final class Bell {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Bell.class.getName());

    private final AtomicReference<CountDownLatch> next = new AtomicReference<>(new CountDownLatch(1));

    /** Silent so far. */
    public Bell() {}

    /** Wakes everybody who waits now. */
    public void ring() {
        next.getAndSet(new CountDownLatch(1)).countDown();
    }

    /** Waits for the bell, or for a moment; keeps an interrupt for the caller to see. */
    void await() {
        try {
            boolean rung = next.get().await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(Level.TRACE, "woken: {0}", rung);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
