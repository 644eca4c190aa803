package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.TokenProfile;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AU-2")
@DisplayName("The issuer may change its keys while the platform runs")
class KeyRotationTest {
    private static final Duration COOL_DOWN = RefreshPolicy.DEFAULT.coolDown();
    private static final Duration MAX_AGE = RefreshPolicy.DEFAULT.maxAge();

    private final SettableClock clock = new SettableClock();
    private final FakeJwks jwks = FakeJwks.publishing(SigningKey.ISSUER);
    private final TokenVerifier verifier = new TokenVerifier(Token.issuer(TokenProfile.COGNITO, jwks), clock);

    private final String oldToken = Token.cognito().signed();
    private final String newToken =
            Token.cognito().header("kid", SigningKey.NEXT.id()).signedBy(SigningKey.NEXT);

    private Reason refusal(String token) {
        return assertThrows(TokenRefused.class, () -> verifier.verify(token)).reason();
    }

    private static String withUnknownKey(int number) {
        return Token.cognito().header("kid", "unknown-" + number).signed();
    }

    @Test
    void keys_are_read_once_for_many_tokens() {
        IntStream.range(0, 100).forEach(i -> verifier.verify(oldToken));
        assertEquals(1, jwks.fetches());
    }

    @Test
    void nothing_is_read_before_the_first_token() {
        assertEquals(0, jwks.fetches());
    }

    @Test
    void the_first_token_with_a_new_key_is_accepted_at_once() {
        verifier.verify(oldToken);
        clock.advance(COOL_DOWN);
        jwks.publish(SigningKey.ISSUER, SigningKey.NEXT);
        assertDoesNotThrow(() -> verifier.verify(newToken));
    }

    @Test
    void within_the_cool_down_a_new_key_has_to_wait() {
        verifier.verify(oldToken);
        clock.advance(COOL_DOWN.minusMillis(1));
        jwks.publish(SigningKey.ISSUER, SigningKey.NEXT);
        assertEquals(Reason.UNKNOWN_KEY, refusal(newToken));
    }

    @Test
    void strangers_cause_one_read_per_cool_down_whatever_they_send() {
        verifier.verify(oldToken);
        clock.advance(COOL_DOWN);
        IntStream.range(0, 200).forEach(i -> refusal(withUnknownKey(i)));
        assertEquals(2, jwks.fetches());
    }

    @Test
    void a_withdrawn_key_is_refused_as_soon_as_a_new_one_has_been_seen() {
        verifier.verify(oldToken);
        clock.advance(COOL_DOWN);
        jwks.publish(SigningKey.NEXT);
        verifier.verify(newToken);
        assertEquals(Reason.UNKNOWN_KEY, refusal(oldToken));
    }

    @Test
    void a_withdrawn_key_is_refused_after_the_periodic_read_at_the_latest() {
        verifier.verify(oldToken);
        jwks.publish(SigningKey.NEXT);
        clock.advance(MAX_AGE);
        verifier.verify(oldToken);
        Await.until("the withdrawn key is refused", () -> isRefused(oldToken));
    }

    @Test
    void a_key_that_is_withdrawn_while_others_stay_is_refused() {
        jwks.publish(SigningKey.ISSUER, SigningKey.NEXT);
        verifier.verify(oldToken);
        jwks.publish(SigningKey.NEXT);
        clock.advance(COOL_DOWN);
        refusal(withUnknownKey(0));
        assertEquals(Reason.UNKNOWN_KEY, refusal(oldToken));
    }

    @Test
    void an_issuer_that_suddenly_publishes_none_locks_nobody_out() {
        verifier.verify(oldToken);
        jwks.publish();
        clock.advance(COOL_DOWN);
        refusal(newToken);
        assertDoesNotThrow(() -> verifier.verify(oldToken));
    }

    @Test
    void keys_younger_than_the_period_are_not_read_again() {
        verifier.verify(oldToken);
        clock.advance(MAX_AGE.minusMillis(1));
        verifier.verify(oldToken);
        assertEquals(1, jwks.fetches());
    }

    @Test
    void another_key_under_a_known_name_replaces_it() {
        verifier.verify(oldToken);
        jwks.publish(SigningKey.NEXT.called(SigningKey.ISSUER.id()));
        clock.advance(COOL_DOWN);
        refusal(newToken);
        assertEquals(Reason.SIGNATURE, refusal(oldToken));
    }

    @Test
    void a_clock_set_back_does_not_stop_reads() {
        verifier.verify(oldToken);
        clock.advance(Duration.ofMinutes(-2));
        jwks.publish(SigningKey.ISSUER, SigningKey.NEXT);
        String token = Token.cognito()
                .claim("iat", clock.instant().getEpochSecond())
                .header("kid", SigningKey.NEXT.id())
                .signedBy(SigningKey.NEXT);
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @Test
    void a_clock_set_back_makes_known_keys_old() {
        verifier.verify(oldToken);
        clock.advance(Duration.ofSeconds(-20));
        verifier.verify(oldToken);
        Await.until("the keys are read again", () -> jwks.fetches() == 2);
    }

    private boolean isRefused(String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (TokenRefused refused) {
            return refused.reason() == Reason.UNKNOWN_KEY;
        }
    }
}
