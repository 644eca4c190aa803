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
        assertEquals(new Consent(true, NOW, VERBAL), new Consent(true, null, VERBAL).asOf(NOW, null));
    }

    @Test
    void a_time_in_the_past_is_kept() {
        Consent consent = new Consent(true, YESTERDAY, WRITTEN);
        assertEquals(consent, consent.asOf(NOW, null));
    }

    @Test
    void a_time_in_the_future_is_refused() {
        Consent consent = new Consent(true, NOW.plus(Duration.ofMinutes(2)), VERBAL);
        assertEquals(
                "/recordingConsent/at",
                assertThrows(Refusal.class, () -> consent.asOf(NOW, null))
                        .errors()
                        .getFirst()
                        .pointer());
    }

    @Test
    void a_clock_that_is_a_little_ahead_means_now() {
        assertEquals(new Consent(true, NOW, VERBAL), new Consent(true, NOW.plusSeconds(30), VERBAL).asOf(NOW, null));
    }

    @Test
    void a_withdrawal_happens_now_and_not_when_consent_was_given() {
        Consent before = new Consent(true, YESTERDAY, VERBAL);
        assertEquals(new Consent(false, NOW, VERBAL), new Consent(false, YESTERDAY, VERBAL).asOf(NOW, before));
    }

    @Test
    void a_withdrawal_may_carry_its_own_time() {
        Consent before = new Consent(true, YESTERDAY, VERBAL);
        Consent withdrawn = new Consent(false, YESTERDAY.plusSeconds(60), VERBAL);
        assertEquals(withdrawn, withdrawn.asOf(NOW, before));
    }

    @Test
    void an_unchanged_decision_keeps_its_time() {
        Consent before = new Consent(true, YESTERDAY, VERBAL);
        assertEquals(new Consent(true, YESTERDAY, WRITTEN), new Consent(true, YESTERDAY, WRITTEN).asOf(NOW, before));
    }

    @Test
    void a_time_is_as_exact_as_a_column() {
        assertEquals(
                Instant.parse("2026-03-01T08:00:00.123456Z"),
                new Consent(true, Instant.parse("2026-03-01T08:00:00.123456789Z"), VERBAL).at());
    }
}
