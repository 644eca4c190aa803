package com.klinity.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An emergency access as the register has it.
 *
 * @param id         of the record
 * @param recordedAt by the database's clock
 * @param recordedBy the database role
 * @param access     what happened
 * @param reviewDue  until when somebody should look at it again
 * @param overdue    whether nobody did in time
 * @param reviews    the oldest first
 */
public record RecordedAccess(
        UUID id,
        Instant recordedAt,
        String recordedBy,
        EmergencyAccess access,
        Instant reviewDue,
        boolean overdue,
        List<Review> reviews) {

    /** Copies the list. */
    public RecordedAccess {
        reviews = List.copyOf(reviews);
    }

    /**
     * Somebody looked at it again.
     *
     * @param at      when that was recorded
     * @param by      who did
     * @param finding what came of it
     */
    public record Review(Instant at, String by, String finding) {}
}
