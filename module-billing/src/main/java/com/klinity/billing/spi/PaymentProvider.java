package com.klinity.billing.spi;

import java.util.List;
import java.util.UUID;

/** Who is paid. Safe for many threads; may block on the provider. */
public interface PaymentProvider {

    /** What can be subscribed to, in the order to show. */
    List<Plan> plans();

    /** What that account is subscribed to. */
    Subscription subscription(UUID account);
}
