package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a practitioner says of an appointment. */
record AppointmentInput(
        UUID patientId,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable AppointmentStatus status,
        @Nullable String title,
        @Nullable Consent recordingConsent) {

    /** Where consent stands in the body. */
    static final String CONSENT = "/recordingConsent";

    private static final int TITLE_MOST = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    AppointmentInput {
        startsAt = exact(startsAt);
        endsAt = exact(endsAt);
        title = Text.tidyOrNull(title);
        Rules rules = new Rules()
                .present("/patientId", patientId)
                .present("/startsAt", startsAt)
                .require("/startsAt", isPlausible(startsAt), "must be from 1900 to 2199")
                .require("/endsAt", isPlausible(endsAt), "must be from 1900 to 2199")
                .require("/endsAt", isAfter(endsAt, startsAt), "must be after startsAt")
                .optionalText("/title", title, TITLE_MOST)
                .require("/title", ReadableText.isLine(title), ReadableText.LINE)
                .require("/title", ReadableText.isVisible(title), ReadableText.VISIBLE);
        if (recordingConsent != null) {
            recordingConsent.check(rules, CONSENT);
        }
        rules.enforce();
    }

    AppointmentStatus statusOrScheduled() {
        return status == null ? AppointmentStatus.SCHEDULED : status;
    }

    /** The same with another consent. */
    AppointmentInput with(@Nullable Consent consent) {
        return new AppointmentInput(patientId, startsAt, endsAt, status, title, consent);
    }

    private static @Nullable Instant exact(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isPlausible(@Nullable Instant time) {
        return time == null || (!time.isBefore(EARLIEST) && time.isBefore(LATEST));
    }

    private static boolean isAfter(@Nullable Instant end, @Nullable Instant start) {
        return end == null || start == null || end.isAfter(start);
    }
}
