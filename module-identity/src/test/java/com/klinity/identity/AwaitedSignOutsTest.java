package com.klinity.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Sign-outs that were rolled back are not waited for, and leave room for others. */
class AwaitedSignOutsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AwaitedSignOuts awaited = new AwaitedSignOuts(now::get);

    @Test
    void those_that_never_came_make_room() {
        fill();
        now.set(Instant.EPOCH.plus(AwaitedSignOuts.FORGOTTEN).plusSeconds(1));
        assertTrue(isExpectedNow());
    }

    @Test
    void there_is_a_bound() {
        fill();
        assertFalse(isExpectedNow());
    }

    private void fill() {
        for (int i = 0; i < AwaitedSignOuts.MOST; i++) {
            awaited.expect(UUID.randomUUID());
        }
    }

    private boolean isExpectedNow() {
        UUID signOut = UUID.randomUUID();
        Runnable wait = awaited.expect(signOut);
        boolean expected = awaited.isExpected(signOut);
        awaited.ended(signOut);
        if (expected) {
            wait.run();
        }
        return expected;
    }
}
