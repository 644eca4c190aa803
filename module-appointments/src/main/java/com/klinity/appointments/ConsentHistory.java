package com.klinity.appointments;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What patients agreed to, entry after entry. Whoever adds one holds the appointment's row, and writes its copy of the last
 * entry in the same transaction.
 */
record ConsentHistory(AllHoldings holdings) {

    /** What is added. */
    record Addition(Consent consent, Wording wording, RecordedWith with) {}

    /**
     * What a consent says once its time is settled.
     *
     * @param place where it stands in the body
     * @throws Refusal 422 when its time cannot be, or when consent is given at a time before it was withdrawn
     */
    Consent settled(
            Scope scope,
            @Nullable UUID appointment,
            Consent said,
            @Nullable Consent before,
            String place,
            Instant now) {
        Consent consent = said.asOf(now, before, place).keepingAiOf(before);
        if (consent.given()
                && appointment != null
                && isBefore(consent.at(), ConsentTable.lastWithdrawal(scope, appointment))) {
            throw Refusal.invalid(place + "/at", "must not be before the time at which consent was last withdrawn");
        }
        return consent;
    }

    /** The new entry, which later features have been told of; with what rested on consent when it withdraws it. */
    ConsentEntry add(Scope scope, UUID appointment, Addition added, @Nullable Consent before, Instant now) {
        Instant at = later(now, ConsentTable.lastRecorded(scope, appointment));
        ConsentEntry entry = ConsentTable.insert(
                scope, UuidV7.at(at), appointment, added.consent(), added.wording(), added.with(), at);
        boolean given = Consent.isGiven(added.consent());
        if (given != Consent.isGiven(before)) {
            holdings.consentChanged(scope, appointment, given);
        }
        return given ? entry : entry.with(Affected.of(holdings.of(scope, List.of(appointment))));
    }

    private static boolean isBefore(@Nullable Instant time, @Nullable Instant other) {
        return time != null && other != null && time.isBefore(other);
    }

    /** Entries stand in the order in which they came, even when the clock does not. */
    private static Instant later(Instant now, @Nullable Instant last) {
        return last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
