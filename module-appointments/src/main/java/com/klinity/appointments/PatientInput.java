package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a practitioner says of a patient. Spaces at the ends of short texts go, and a run of them becomes one. */
record PatientInput(
        String name,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable Contact contact,
        @Nullable String externalId,
        @Nullable String notes) {

    static final int NAME_MOST = 200;
    static final int EXTERNAL_ID_MOST = 100;
    private static final int NOTES_MOST = 10_000;
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);
    private static final LocalDate OLDEST = LocalDate.of(1880, 1, 1);

    PatientInput {
        name = tidy(name);
        externalId = comparable(externalId);
        Rules rules = new Rules()
                .text("/name", name, NAME_MOST)
                .require("/name", ReadableText.isLine(name), ReadableText.LINE)
                .require("/name", isBlank(name) || ReadableText.isVisible(name), ReadableText.VISIBLE)
                .require("/birthDate", birthDate == null || !birthDate.isBefore(OLDEST), "must not be before 1880")
                .optionalText("/externalId", externalId, EXTERNAL_ID_MOST)
                .require("/externalId", ReadableText.isLine(externalId), ReadableText.LINE)
                .require("/externalId", ReadableText.isVisible(externalId), ReadableText.VISIBLE)
                .optionalText("/notes", notes, NOTES_MOST)
                .require("/notes", ReadableText.isProse(notes), ReadableText.PROSE);
        if (contact != null) {
            contact.check(rules);
        }
        rules.enforce();
    }

    /**
     * The same, when the birth date is not in the future. The day may already have begun east of the server.
     *
     * @throws com.klinity.platform.spi.Refusal 422 otherwise
     */
    PatientInput asOf(Instant now) {
        LocalDate today = now.atOffset(EASTERNMOST).toLocalDate();
        new Rules()
                .require("/birthDate", birthDate == null || !birthDate.isAfter(today), "must not be in the future")
                .enforce();
        return this;
    }

    /** A number in one form, so that the same one is equal to itself; null when it says nothing. */
    static @Nullable String comparable(@Nullable String externalId) {
        String tidy = Text.tidyOrNull(externalId);
        return tidy == null || tidy.length() > EXTERNAL_ID_MOST
                ? tidy
                : Normalizer.normalize(tidy, Normalizer.Form.NFC);
    }

    @SuppressWarnings("NullAway") // what a body does not name is null here, and told below
    private static String tidy(@Nullable String text) {
        return text == null ? null : Text.tidy(text);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
