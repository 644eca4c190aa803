package com.klinity.appointments;

import static com.klinity.appointments.ConsentMethod.VERBAL;
import static com.klinity.appointments.ConsentMethod.WRITTEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    @Test
    void a_consent_without_a_time_is_given_now() {
        assertEquals(
                new Consent(true, NOW, VERBAL, null),
                new Consent(true, null, VERBAL, null).asOf(NOW, null, "/recordingConsent"));
    }

    @Test
    void a_time_in_the_past_is_kept() {
        Consent consent = new Consent(true, YESTERDAY, WRITTEN, null);
        assertEquals(consent, consent.asOf(NOW, null, "/recordingConsent"));
    }

    @Test
    void a_time_in_the_future_is_refused() {
        Consent consent = new Consent(true, NOW.plus(Duration.ofMinutes(2)), VERBAL, null);
        assertEquals(
                "/recordingConsent/at",
                assertThrows(Refusal.class, () -> consent.asOf(NOW, null, "/recordingConsent"))
                        .errors()
                        .getFirst()
                        .pointer());
    }

    @Test
    void a_clock_that_is_a_little_ahead_means_now() {
        assertEquals(
                new Consent(true, NOW, VERBAL, null),
                new Consent(true, NOW.plusSeconds(30), VERBAL, null).asOf(NOW, null, "/recordingConsent"));
    }

    @Test
    void a_withdrawal_happens_now_and_not_when_consent_was_given() {
        Consent before = new Consent(true, YESTERDAY, VERBAL, null);
        assertEquals(
                new Consent(false, NOW, VERBAL, null),
                new Consent(false, YESTERDAY, VERBAL, null).asOf(NOW, before, "/recordingConsent"));
    }

    @Test
    void a_withdrawal_may_carry_its_own_time() {
        Consent before = new Consent(true, YESTERDAY, VERBAL, null);
        Consent withdrawn = new Consent(false, YESTERDAY.plusSeconds(60), VERBAL, null);
        assertEquals(withdrawn, withdrawn.asOf(NOW, before, "/recordingConsent"));
    }

    @Test
    void an_unchanged_decision_keeps_its_time() {
        Consent before = new Consent(true, YESTERDAY, VERBAL, null);
        assertEquals(
                new Consent(true, YESTERDAY, WRITTEN, null),
                new Consent(true, YESTERDAY, WRITTEN, null).asOf(NOW, before, "/recordingConsent"));
    }

    @Test
    void a_time_is_as_exact_as_a_column() {
        assertEquals(
                Instant.parse("2026-03-01T08:00:00.123456Z"),
                new Consent(true, Instant.parse("2026-03-01T08:00:00.123456789Z"), VERBAL, null).at());
    }
}
