package com.klinity.benchmarks.crash;

import java.util.UUID;

/**
 * An entry of the audit log.
 *
 * @param account  whose chain it is in
 * @param sequence its place there
 * @param request  of which request
 * @param touch    what was done to what
 * @param success  whether it was done
 */
record Entry(UUID account, long sequence, UUID request, Touch touch, boolean success) {

    /** Whether it says that something was changed. */
    boolean isWrite() {
        return success && !touch.action().equals(Touch.READ);
    }

    @Override
    public String toString() {
        return "entry %d of %s (request %s, %s)".formatted(sequence, account, request, touch);
    }
}
