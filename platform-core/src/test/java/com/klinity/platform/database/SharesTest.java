package com.klinity.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void an_account_has_no_more_than_its_share() throws InterruptedException {
        Shares shares = new Shares(2, Duration.ofMillis(1));
        assertTrue(shares.take(ANA));
        assertTrue(shares.take(ANA));
        assertFalse(shares.take(ANA));
    }

    @Test
    void another_account_does_not_wait() throws InterruptedException {
        Shares shares = new Shares(1, Duration.ofHours(1));
        assertTrue(shares.take(ANA));
        assertTrue(shares.take(BEN));
    }

    @Test
    void who_waits_goes_on_when_another_call_of_the_account_ends() throws Exception {
        Shares shares = new Shares(1, Duration.ofMinutes(1));
        assertTrue(shares.take(ANA));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = threads.submit(() -> shares.take(ANA));
            shares.giveBack(ANA);
            assertTrue(waiting.get());
        }
    }

    @Test
    void nothing_is_remembered_of_an_account_that_has_nothing() throws InterruptedException {
        Shares shares = new Shares(1, Duration.ofMillis(1));
        assertTrue(shares.take(ANA));
        assertFalse(shares.take(ANA));
        shares.giveBack(ANA);
        assertEquals(0, shares.accounts());
    }
}
