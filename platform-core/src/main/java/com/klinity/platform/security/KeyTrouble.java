package com.klinity.platform.security;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** That the issuer's keys cannot be read: said when it begins, changes and ends, and now and then meanwhile. */
final class KeyTrouble {
    private static final Logger LOGGER = System.getLogger(KeyTrouble.class.getName());
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(15);

    private String reason = "";
    private Instant toldAt = Instant.MIN;

    synchronized boolean isThere() {
        return !reason.isEmpty();
    }

    synchronized void happened(String why, Instant now) {
        if (!why.equals(reason) || !now.isBefore(toldAt.plus(NOW_AND_THEN))) {
            LOGGER.log(Level.WARNING, "The signing keys of the issuer were not read: {0}", why);
            toldAt = now;
        }
        reason = why;
    }

    synchronized void isOver() {
        if (!reason.isEmpty()) {
            LOGGER.log(Level.INFO, "The signing keys of the issuer are read again");
            reason = "";
        }
    }
}
