package com.klinity.billing;

import com.klinity.billing.spi.PaymentProvider;
import com.klinity.billing.spi.Plan;
import com.klinity.billing.spi.Subscription;
import com.klinity.billing.spi.Subscription.Status;
import java.util.List;
import java.util.UUID;

/** The provider {@code none}: whoever runs the server owes nobody anything. */
final class SelfHosted implements PaymentProvider {

    static final String NAME = "none";

    private static final Plan PLAN = new Plan("self-hosted", "Self-hosted");

    @Override
    public List<Plan> plans() {
        return List.of(PLAN);
    }

    @Override
    public Subscription subscription(UUID account) {
        return new Subscription(PLAN.key(), Status.ACTIVE, NAME, null);
    }
}
