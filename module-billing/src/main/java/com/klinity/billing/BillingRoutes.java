package com.klinity.billing;

import com.klinity.billing.spi.PaymentProvider;
import com.klinity.billing.spi.Plan;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import java.util.List;

/** The routes of billing. */
final class BillingRoutes implements Feature {

    private final PaymentProvider provider;

    BillingRoutes(PaymentProvider provider) {
        this.provider = provider;
    }

    @Override
    public void routes(Routes routes) {
        routes.staged(
                Method.GET,
                "/v1/billing/plans",
                signedIn("Plan"),
                new Asking<>(_ -> provider.plans(), BillingRoutes::plans));
        routes.staged(
                Method.GET,
                "/v1/billing/subscription",
                signedIn("Subscription"),
                new Asking<>(call -> provider.subscription(call.account()), Reply::ok));
    }

    private static Access signedIn(String resource) {
        return Access.signedIn(Action.READ, resource);
    }

    private static Reply plans(List<Plan> plans) {
        return Reply.ok(new Page.Of<>(plans, null));
    }
}
