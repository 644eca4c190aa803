package com.klinity.appointments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a consent's history as the API shows it.
 *
 * @param ai         as it holds from this entry on; absent when nobody said anything of it yet
 * @param textSha256 of the text in UTF-8
 * @param recordedBy the account of whoever recorded it
 * @param affected   only in the answer to a withdrawal: what rested on the consent
 */
record ConsentEntry(
        UUID id,
        UUID appointmentId,
        boolean given,
        @Nullable ConsentMethod method,
        @Nullable Boolean ai,
        Instant at,
        @Nullable String text,
        @Nullable String textVersion,
        @Nullable String textSha256,
        RecordedWith recordedWith,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable Affected affected) {

    static final long VERSION = 1;

    ConsentEntry with(@Nullable Affected other) {
        return new ConsentEntry(
                id,
                appointmentId,
                given,
                method,
                ai,
                at,
                text,
                textVersion,
                textSha256,
                recordedWith,
                recordedBy,
                recordedAt,
                other);
    }
}
