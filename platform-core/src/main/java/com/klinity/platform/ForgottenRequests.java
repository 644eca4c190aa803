package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Forgets what is known of requests that were repeatable, once their time is over.
 *
 * @param forget forgets those whose time is over, and tells how many they were
 */
record ForgottenRequests(LongSupplier forget) {

    private static final System.Logger LOG = System.getLogger(ForgottenRequests.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(15);

    PeriodicTask often() {
        return new PeriodicTask("forgotten requests", EVERY, this::run, true);
    }

    private void run() {
        try {
            long count = forget.getAsLong();
            LOG.log(Level.DEBUG, "requests that may not be repeated any more: {0}", count);
        } catch (DatabaseFailure e) {
            LOG.log(
                    Level.WARNING,
                    "requests that may not be repeated any more are not forgotten yet: {0}",
                    e.getMessage());
        }
    }
}
