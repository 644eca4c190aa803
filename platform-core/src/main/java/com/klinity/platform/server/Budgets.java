package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps each account within what it may have at once, so that one who asks for much leaves others what they need. Counts
 * on this server alone. Safe for many threads; never blocks.
 */
final class Budgets {

    /** What a call takes. */
    enum Use {
        REQUEST("requests", Duration.ofSeconds(1)),
        STREAM("streams", Duration.ofSeconds(5)),
        EXPORT("exports", Duration.ofSeconds(10)),
        /** Calls that end other calls: nobody keeps an owner from them by filling the budget with the owner's token. */
        REVOCATION("revocations", Duration.ofSeconds(1));

        private final String budget;
        private final Duration wait;

        Use(String budget, Duration wait) {
            this.budget = budget;
            this.wait = wait;
        }

        private int most(BudgetSettings settings) {
            return switch (this) {
                case REQUEST, REVOCATION -> settings.requests();
                case STREAM -> settings.streams();
                case EXPORT -> settings.exports();
            };
        }
    }

    /** A part of the budget, given back when closed; a second time does nothing. */
    interface Part extends AutoCloseable {
        @Override
        void close();
    }

    private record Holder(UUID account, Use use) {}

    private final BudgetSettings settings;
    private final Map<Holder, Integer> taken = new ConcurrentHashMap<>();

    Budgets(BudgetSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a part.
     *
     * @throws Refusal 429 when the account has all of it
     */
    Part take(UUID account, Use use) {
        Holder holder = new Holder(account, use);
        int most = use.most(settings);
        AtomicBoolean open = new AtomicBoolean();
        taken.compute(holder, (same, count) -> {
            int now = count == null ? 0 : count;
            open.set(now < most);
            return open.get() ? Integer.valueOf(now + 1) : count;
        });
        if (!open.get()) {
            throw Refusal.overBudget(use.budget, most, use.wait);
        }
        return () -> {
            if (open.getAndSet(false)) {
                giveBack(holder);
            }
        };
    }

    private void giveBack(Holder holder) {
        taken.computeIfPresent(holder, (same, count) -> count == 1 ? null : count - 1);
    }

    /** How many accounts have something now. */
    int holders() {
        return taken.size();
    }
}
