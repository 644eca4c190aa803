package com.klinity.platform;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Access to patient data outside the application, in an emergency (45 CFR §164.312(a)(2)(ii)), after it has ended. The
 * texts are one line each and name no patient.
 *
 * @param who      who had access, 1 to 200 characters
 * @param reason   why, 1 to 1000 characters; the practitioners concerned read it
 * @param data     what was looked at, 1 to 1000 characters
 * @param actions  what was done, 1 to 1000 characters
 * @param from     when it began, in the year 2000 or later
 * @param to       when it ended, not before it began
 * @param accounts whose data it concerned; empty when no account's
 */
public record EmergencyAccess(
        String who, String reason, String data, String actions, Instant from, Instant to, Set<UUID> accounts) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * Checks the times and copies the set.
     *
     * @throws IllegalArgumentException when the times cannot be right, with a sentence that says how they must be
     */
    public EmergencyAccess {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an access cannot end before it begins");
        }
        if (from.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("an access cannot begin before the year 2000");
        }
        accounts = Set.copyOf(accounts);
    }
}
