package com.klinity.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AC-10")
class ReviewReminderTest {

    @Test
    void a_server_that_runs_asks_again_and_again() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(4);
        try (ReviewReminder reminder = ReviewReminder.start(() -> counted(asked), Duration.ofMillis(1))) {
            assertTrue(asked.await(30, TimeUnit.SECONDS), reminder::toString);
        }
    }

    @Test
    void once_a_day() {
        assertEquals(Duration.ofDays(1), ReviewReminder.DAILY);
    }

    private static long counted(CountDownLatch asked) {
        asked.countDown();
        return 0;
    }
}
