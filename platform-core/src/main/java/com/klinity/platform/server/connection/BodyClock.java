package com.klinity.platform.server.connection;

/** How long a caller may still be waited for within one body. What the server does in between does not count. */
final class BodyClock {

    private static final long SECOND = 1_000_000_000L;

    private final DoorLimits limits;
    private long waited;
    private long taken;

    BodyClock(DoorLimits limits) {
        this.limits = limits;
    }

    void reset() {
        waited = 0;
        taken = 0;
    }

    /** Nanoseconds for the next piece, 0 or less when the body has been too slow as a whole. */
    long allowance() {
        long pause = limits.pause().toNanos();
        long earned = taken / limits.rate() * SECOND + taken % limits.rate() * SECOND / limits.rate();
        return Math.min(pause, pause + earned - waited);
    }

    void note(long nanos, int bytes) {
        waited += nanos;
        taken += bytes;
    }
}
