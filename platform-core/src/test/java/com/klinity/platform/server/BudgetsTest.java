package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.server.Budgets.Use;
import com.klinity.platform.spi.Refusal;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    private final Budgets budgets = new Budgets(new BudgetSettings(2, 1, 1));

    @Test
    void what_is_beyond_the_budget_is_429_and_says_how_much_there_is() {
        budgets.take(ANA, Use.REQUEST);
        budgets.take(ANA, Use.REQUEST);
        Refusal refusal = assertThrows(Refusal.class, () -> budgets.take(ANA, Use.REQUEST));
        assertEquals(429, refusal.status());
        assertEquals("\"requests\";q=2", refusal.headers().get("RateLimit-Policy"));
        assertEquals("\"requests\";r=0;t=1", refusal.headers().get("RateLimit"));
        assertEquals("1", refusal.headers().get("Retry-After"));
    }

    @Test
    void one_account_takes_nothing_from_another() {
        budgets.take(ANA, Use.EXPORT);
        budgets.take(BEN, Use.EXPORT);
        assertEquals(2, budgets.holders());
    }

    @Test
    void requests_take_nothing_from_what_revokes() {
        budgets.take(ANA, Use.REQUEST);
        budgets.take(ANA, Use.REQUEST);
        budgets.take(ANA, Use.REVOCATION);
        assertEquals(2, budgets.holders());
    }

    @Test
    void what_was_given_back_can_be_taken_again_and_counts_once() {
        Budgets.Part part = budgets.take(ANA, Use.STREAM);
        part.close();
        part.close();
        budgets.take(ANA, Use.STREAM);
        assertThrows(Refusal.class, () -> budgets.take(ANA, Use.STREAM));
    }

    @Test
    void nothing_is_remembered_of_an_account_that_has_nothing() {
        budgets.take(ANA, Use.REQUEST).close();
        assertEquals(0, budgets.holders());
    }

    @Test
    void many_threads_never_have_more_than_the_budget() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2000; i++) {
                threads.execute(() -> useOnce(now, most));
            }
        }
        assertEquals(0, budgets.holders());
        assertEquals(true, most.get() <= 2, "at once: " + most);
    }

    private void useOnce(AtomicInteger now, AtomicInteger most) {
        try (Budgets.Part _ = budgets.take(ANA, Use.REQUEST)) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
        } catch (Refusal refusal) {
            assertEquals(429, refusal.status());
        }
    }
}
