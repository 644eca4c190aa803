package com.klinity.audit.s3objectlock;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A version's content and its lock. */
final class LockedDocument {

    private final byte[] content;
    private final Optional<Instant> lockedUntil;

    /**
     * Keeps the array, which nobody else has.
     *
     * @param lockedUntil when the lock ends that nobody can lift ({@code COMPLIANCE}); empty when there is no such lock
     */
    LockedDocument(byte[] content, Optional<Instant> lockedUntil) {
        this.content = content;
        this.lockedUntil = lockedUntil;
    }

    /** Its bytes, the caller's from here on. */
    byte[] content() {
        return content;
    }

    boolean holds(byte[] document) {
        return Arrays.equals(content, document);
    }

    /** Whether nobody can remove it within six years of that moment. */
    boolean isLockedSince(Instant stored) {
        return lockedUntil.filter(until -> Retention.suffices(stored, until)).isPresent();
    }
}
