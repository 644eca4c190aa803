package com.klinity.appointments;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an appointment may be recorded.
 *
 * @param given  false once withdrawn or refused
 * @param at     when it was given or withdrawn; absent means now
 * @param method how; needed when given
 */
record Consent(
        Boolean given, @Nullable Instant at, @Nullable ConsentMethod method) {

    /** A caller's clock may be ahead by this much; what it says is then taken as now. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    Consent {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    void check(Rules rules) {
        rules.present("/recordingConsent/given", given)
                .require(
                        "/recordingConsent/method",
                        method != null || !Boolean.TRUE.equals(given),
                        "is required when consent is given");
    }

    /**
     * The same with its time settled. When only the decision changed, the time kept from before is not when.
     *
     * @param before what was there, null when nothing was
     * @throws Refusal 422 when the time is in the future
     */
    Consent asOf(Instant now, @Nullable Consent before) {
        Instant settled = at == null || (before != null && changesOnlyDecisionOf(before)) ? now : at;
        if (settled.isAfter(now.plus(SKEW))) {
            throw Refusal.invalid("/recordingConsent/at", "must not be in the future");
        }
        return new Consent(given, settled.isAfter(now) ? now : settled, method);
    }

    private boolean changesOnlyDecisionOf(Consent before) {
        return !before.given.equals(given) && Objects.equals(before.at, at);
    }
}
