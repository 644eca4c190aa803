package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintingPressTest {

    private static final Duration NOT_LONG = Duration.ofMillis(100);

    private final UUID ana = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void end() {
        released.countDown();
        threads.close();
    }

    @Test
    void an_account_that_prints_keeps_no_other_waiting() throws InterruptedException {
        PrintingPress press = new PrintingPress(2, NOT_LONG);
        printing(press, ana);
        assertEquals("paper", press.print(bob, () -> "paper"));
    }

    @Test
    void a_second_paper_of_the_same_account_waits_for_the_first() throws Exception {
        PrintingPress press = new PrintingPress(2, Duration.ofMinutes(1));
        printing(press, ana);
        Future<String> second = threads.submit(() -> press.print(ana, () -> "second"));
        released.countDown();
        assertEquals("second", second.get());
    }

    @Test
    void who_waits_too_long_for_his_own_paper_is_told_that_it_is_his() throws InterruptedException {
        PrintingPress press = new PrintingPress(2, NOT_LONG);
        printing(press, ana);
        assertEquals(429, refused(press, ana).status());
    }

    @Test
    void who_waits_too_long_for_others_is_told_to_come_again() throws InterruptedException {
        PrintingPress press = new PrintingPress(1, NOT_LONG);
        printing(press, ana);
        Refusal refusal = refused(press, bob);
        assertEquals(503, refusal.status());
        assertEquals("5", refusal.headers().get("Retry-After"));
    }

    @Test
    void what_fails_gives_its_place_back() {
        PrintingPress press = new PrintingPress(1, NOT_LONG);
        assertThrows(
                IllegalStateException.class,
                () -> press.print(ana, () -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("paper", press.print(ana, () -> "paper"));
    }

    private static Refusal refused(PrintingPress press, UUID account) {
        return assertThrows(Refusal.class, () -> press.print(account, () -> "paper"));
    }

    /** Somebody who prints until the test ends. */
    private void printing(PrintingPress press, UUID account) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.execute(() -> press.print(account, () -> {
            begun.countDown();
            return waited();
        }));
        begun.await();
    }

    private String waited() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "first";
    }
}
