package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.OverdueReviews;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Says in the log that emergency accesses wait for a review for too long: at the start, and at an interval after it. */
final class ReviewReminder implements AutoCloseable {

    /** How often a server says it. */
    static final Duration DAILY = Duration.ofDays(1);

    private static final System.Logger LOG = System.getLogger(ReviewReminder.class.getName());

    private final OverdueReviews reviews;
    private final Duration interval;
    private final Thread thread;

    private ReviewReminder(OverdueReviews reviews, Duration interval) {
        this.reviews = reviews;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("review-reminder").unstarted(this::remind);
    }

    /** Begins, until closed. */
    static ReviewReminder start(OverdueReviews reviews, Duration interval) {
        ReviewReminder reminder = new ReviewReminder(reviews, interval);
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
                once();
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            long overdue = reviews.count();
            if (overdue > 0) {
                LOG.log(
                        Level.WARNING,
                        "emergency accesses that nobody reviewed in time: {0}; see klinity emergency-access list",
                        overdue);
            }
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "reviews of emergency access were not counted: {0}", e.getMessage());
        }
    }
}
