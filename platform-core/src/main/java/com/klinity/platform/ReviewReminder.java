package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says in the log that emergency accesses wait for a review for too long: at the start, and at an interval after it. */
final class ReviewReminder implements AutoCloseable {

    /** How often a server says it. */
    static final Duration DAILY = Duration.ofDays(1);

    private static final System.Logger LOG = System.getLogger(ReviewReminder.class.getName());

    private final LongSupplier overdue;
    private final Duration interval;
    private final Thread thread;

    private ReviewReminder(LongSupplier overdue, Duration interval) {
        this.overdue = overdue;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("review-reminder").unstarted(this::remind);
    }

    /**
     * Says it now, and from then on until closed.
     *
     * @param overdue how many there are
     */
    static ReviewReminder start(LongSupplier overdue, Duration interval) {
        ReviewReminder reminder = new ReviewReminder(overdue, interval);
        reminder.once();
        reminder.thread.start();
        return reminder;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void remind() {
        try {
            while (true) {
                Thread.sleep(interval);
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
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
