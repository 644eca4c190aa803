package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.TokenProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-1")
@DisplayName("With any OpenID Connect issuer")
class OidcProfileTest {
    private final TokenVerifier verifier = verifier(TokenProfile.OIDC);

    private static TokenVerifier verifier(TokenProfile profile) {
        return new TokenVerifier(Token.issuer(profile, FakeJwks.publishing(SigningKey.ISSUER)), new SettableClock());
    }

    private static Token signedInAgo(long seconds) {
        return Token.rfc9068()
                .claim("auth_time", Token.NOW.minusSeconds(seconds).getEpochSecond());
    }

    /** Good in every profile. */
    private static Token universal() {
        return signedInAgo(60).claim("token_use", "access");
    }

    @Test
    @Tag("AC-8")
    void a_refreshed_token_is_as_old_as_its_sign_in() {
        assertEquals(
                Token.NOW.minusSeconds(7200),
                verifier.verify(signedInAgo(7200).signed()).issuedAt());
    }

    @Test
    @Tag("AC-8")
    void a_token_is_never_younger_than_its_issue() {
        assertEquals(
                Token.NOW.minusSeconds(60),
                verifier.verify(signedInAgo(-20).signed()).issuedAt());
    }

    @Test
    @Tag("AC-8")
    void a_token_that_does_not_tell_its_sign_in_is_refused() {
        assertEquals(Reason.TIMES, refusal(verifier, Token.rfc9068()));
    }

    @Test
    void the_rules_of_RFC_9068_hold() {
        assertEquals(Reason.TYPE, refusal(verifier, signedInAgo(60).header("typ", "JWT")));
        assertEquals(Reason.CLIENT, refusal(verifier, signedInAgo(60).claim("aud", "another")));
        assertEquals(Reason.TOKEN_ID, refusal(verifier, signedInAgo(60).without("jti")));
        assertEquals(Reason.TOKEN_USE, refusal(verifier, signedInAgo(60).claim("token_use", "id")));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("AU-4")
    void a_token_that_says_its_address_is_confirmed_is_accepted(TokenProfile profile) {
        String token = universal().claim("email_verified", true).signed();
        assertDoesNotThrow(() -> verifier(profile).verify(token));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("AU-4")
    void a_token_that_says_its_address_is_not_confirmed_is_refused(TokenProfile profile) {
        Token token = universal().claim("email_verified", false);
        assertEquals(Reason.EMAIL_UNVERIFIED, refusal(verifier(profile), token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", ""})
    @Tag("AU-4")
    void a_confirmation_that_is_no_boolean_is_none(String claim) {
        assertEquals(Reason.EMAIL_UNVERIFIED, refusal(verifier, universal().claim("email_verified", claim)));
    }

    private static Reason refusal(TokenVerifier verifier, Token token) {
        String signed = token.signed();
        return assertThrows(TokenRefused.class, () -> verifier.verify(signed)).reason();
    }
}
