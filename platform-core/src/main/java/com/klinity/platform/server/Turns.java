package com.klinity.platform.server;

import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets what takes out in bulk read a portion each in turn, in the order of asking, with as long a rest as the read took
 * while others wait: however many they are, most of the machine and of the connections are left to others. One alone
 * neither waits nor rests. Safe for many threads.
 */
final class Turns {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_REST = 50_000_000;

    private final Semaphore free;

    /** As many at once as leave others the larger part of the processors. */
    static Turns ofThisMachine() {
        return new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
    }

    /** The same reads, each of which waits for its turn; 503 after a minute in vain. */
    Reads of(Reads reads) {
        return new Reads() {
            @Override
            public <T, E extends Exception> T in(Work<T, E> work) throws E {
                await();
                long begun = System.nanoTime();
                try {
                    return reads.in(work);
                } finally {
                    rest(System.nanoTime() - begun);
                    free.release();
                }
            }
        };
    }

    /** The turn is kept meanwhile, so nobody else takes it. */
    private void rest(long nanos) {
        if (free.hasQueuedThreads()) {
            LockSupport.parkNanos(Math.min(nanos, LONGEST_REST));
        }
    }

    private void await() {
        try {
            if (!free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw Refusal.unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable();
        }
    }
}
