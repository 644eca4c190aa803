package com.klinity.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.spi.PeriodicTask;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AC-10")
class ReviewReminderTest {

    private final AtomicLong asked = new AtomicLong();
    private final PeriodicTask daily = new ReviewReminder(asked::getAndIncrement).daily();

    @Test
    void a_server_that_runs_asks_each_time() {
        daily.work().run();
        daily.work().run();
        assertEquals(2, asked.get());
    }

    @Test
    void once_a_day() {
        assertEquals(Duration.ofDays(1), daily.every());
    }
}
