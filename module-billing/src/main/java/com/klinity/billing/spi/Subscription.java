package com.klinity.billing.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account is subscribed to.
 *
 * @param plan     the plan's key
 * @param status   whether it entitles to use the server
 * @param provider who is paid; {@code none} when nobody is
 * @param endsAt   when it ends; null when it does not
 */
public record Subscription(
        String plan,
        Status status,
        String provider,
        @Nullable Instant endsAt) {

    /** Whether a subscription entitles to use the server. */
    public enum Status {
        /** It does. */
        ACTIVE,
        /** A payment is late. */
        PAST_DUE,
        /** It has ended. */
        ENDED
    }
}
