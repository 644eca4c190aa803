package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.TokenProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-2")
@DisplayName("A genuine Cognito access token is accepted")
class GenuineTokenTest {
    private final SettableClock clock = new SettableClock();
    private final TokenVerifier verifier = new TokenVerifier(
            Token.issuer(TokenProfile.COGNITO, FakeJwks.publishing(SigningKey.ISSUER, SigningKey.NEXT)), clock);

    @Test
    void and_says_whose_it_is_and_for_how_long() {
        VerifiedToken expected = new VerifiedToken(
                UUID.fromString(Token.SUBJECT),
                Token.NOW.minusSeconds(60),
                Token.NOW.plusSeconds(3600),
                Token.TOKEN_ID);
        assertEquals(expected, verifier.verify(Token.cognito().signed()));
    }

    @Test
    void signed_with_any_of_the_published_keys() {
        String token = Token.cognito().header("kid", SigningKey.NEXT.id()).signedBy(SigningKey.NEXT);
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @Test
    void without_jti_where_the_pool_gives_none() {
        assertEquals(
                "", verifier.verify(Token.cognito().without("jti").signed()).tokenId());
    }

    @Test
    void with_names_in_header_and_claims_that_mean_nothing_here() {
        Token token = Token.cognito()
                .header("x5t", "abc")
                .claim("scope", "openid")
                .claim("cognito:groups", List.of("a"))
                .claim("nested", Map.of("sub", "someone else"));
        assertDoesNotThrow(() -> verifier.verify(token.signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt"})
    void of_an_expected_type(String type) {
        assertDoesNotThrow(
                () -> verifier.verify(Token.cognito().header("typ", type).signed()));
    }

    @Test
    void with_fractions_of_seconds() {
        Token token = Token.cognito().claim("exp", Token.NOW.getEpochSecond() + 1.5);
        assertEquals(Token.NOW.plusMillis(1500), verifier.verify(token.signed()).expiresAt());
    }

    @Test
    void up_to_the_leeway_after_its_expiry() {
        String token = Token.cognito().signed();
        clock.advance(Duration.ofSeconds(3600 + 29));
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @Test
    void but_not_beyond_although_it_was_accepted_before() {
        String token = Token.cognito().signed();
        verifier.verify(token);
        clock.advance(Duration.ofSeconds(3600 + 30));
        TokenRefused refused = assertThrows(TokenRefused.class, () -> verifier.verify(token));
        assertEquals(Reason.EXPIRED, refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void up_to_the_leeway_before_its_start(String claim) {
        long ahead = Token.NOW.plusSeconds(30).getEpochSecond();
        assertDoesNotThrow(
                () -> verifier.verify(Token.cognito().claim(claim, ahead).signed()));
    }

    @Test
    void whose_leeway_is_no_more_than_a_minute() {
        assertEquals(Duration.ofSeconds(30), TokenLifetime.LEEWAY);
    }

    @Test
    void of_exactly_the_greatest_length() {
        String bare = Token.cognito().claim("f", "").signed();
        Token filled = Token.cognito().claim("f", "x".repeat((CompactToken.MAX_LENGTH - bare.length()) * 3 / 4));
        String token = filled.signed();
        assertEquals(CompactToken.MAX_LENGTH, token.length(), 1, "near the limit");
        assertDoesNotThrow(() -> verifier.verify(token));
    }
}
