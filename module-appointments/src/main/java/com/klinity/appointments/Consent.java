package com.klinity.appointments;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an appointment may be recorded.
 *
 * @param given  false once withdrawn or refused
 * @param at     when it was given or withdrawn; absent means now
 * @param method how; needed when given
 * @param ai     false when no machine may draft from it; absent when nobody said anything of that
 */
record Consent(
        Boolean given,
        @Nullable Instant at,
        @Nullable ConsentMethod method,
        @Nullable Boolean ai) {

    /** A caller's clock may be ahead by this much; what it says is then taken as now. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What is said to have happened before that is a slip of the pen. */
    private static final int YEARS_MOST = 10;

    Consent {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    void check(Rules rules, String place) {
        rules.present(place + "/given", given)
                .require(
                        place + "/method",
                        method != null || !Boolean.TRUE.equals(given),
                        "is required when consent is given");
    }

    /**
     * The same with its time settled. When only the decision changed, the time kept from before is not when.
     *
     * @param before what was there, null when nothing was
     * @param place  where it stands in the body
     * @throws Refusal 422 when the time is in the future, or long past
     */
    Consent asOf(Instant now, @Nullable Consent before, String place) {
        Instant settled = at == null || (before != null && changesOnlyDecisionOf(before)) ? now : at;
        if (settled.isAfter(now.plus(SKEW))) {
            throw Refusal.invalid(place + "/at", "must not be in the future");
        }
        if (settled.isBefore(earliest(now))) {
            throw Refusal.invalid(place + "/at", "must be within the last " + YEARS_MOST + " years");
        }
        return new Consent(given, settled.isAfter(now) ? now : settled, method, ai);
    }

    /** The same, with what was said of machines before where nothing is said now. */
    Consent keepingAiOf(@Nullable Consent before) {
        return ai != null || before == null ? this : new Consent(given, at, method, before.ai);
    }

    /** The same no longer given, from now on. */
    Consent withdrawn(Instant now) {
        return new Consent(false, now, method, ai);
    }

    static boolean isGiven(@Nullable Consent consent) {
        return consent != null && consent.given();
    }

    private static Instant earliest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(YEARS_MOST).toInstant();
    }

    private boolean changesOnlyDecisionOf(Consent before) {
        return !before.given.equals(given) && Objects.equals(before.at, at);
    }
}
