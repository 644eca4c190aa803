package com.klinity.billing;

import com.klinity.billing.spi.PaymentProvider;
import com.klinity.billing.spi.Plan;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;

/** The routes of billing. */
final class BillingRoutes implements Feature {

    private final PaymentProvider provider;

    BillingRoutes(PaymentProvider provider) {
        this.provider = provider;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/billing/plans", Access.signedIn(Action.READ, "Plan"), call -> {
            call.noOtherQuery();
            return Reply.ok(new Page.Of<Plan>(provider.plans(), null));
        });
        routes.get("/v1/billing/subscription", Access.signedIn(Action.READ, "Subscription"), call -> {
            call.noOtherQuery();
            return Reply.ok(provider.subscription(call.account()));
        });
    }
}
