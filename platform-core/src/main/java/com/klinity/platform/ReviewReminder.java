package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says in the log that emergency accesses wait for a review for too long.
 *
 * @param overdue how many there are
 */
record ReviewReminder(LongSupplier overdue) {

    private static final System.Logger LOG = System.getLogger(ReviewReminder.class.getName());

    /** Says it once a day. */
    PeriodicTask daily() {
        return new PeriodicTask("review reminder", Duration.ofDays(1), this::remind);
    }

    /** Says it now, or that it is not known. */
    void remind() {
        try {
            long count = overdue.getAsLong();
            if (count > 0) {
                LOG.log(
                        Level.WARNING,
                        "emergency accesses that nobody reviewed in time: {0}; see klinity emergency-access list",
                        count);
            }
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "reviews of emergency access were not counted: {0}", e.getMessage());
        }
    }
}
