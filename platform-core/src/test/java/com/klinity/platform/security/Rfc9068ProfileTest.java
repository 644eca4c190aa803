package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.TokenProfile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-1")
@Tag("AU-2")
@DisplayName("With an issuer of RFC 9068 access tokens")
class Rfc9068ProfileTest {
    private final TokenVerifier verifier = new TokenVerifier(
            Token.issuer(TokenProfile.RFC9068, FakeJwks.publishing(SigningKey.ISSUER)), new SettableClock());

    static Stream<String> accessTokens() {
        return Stream.of(
                Token.rfc9068().signed(),
                Token.rfc9068().header("typ", "application/at+JWT").signed(),
                Token.rfc9068().claim("aud", List.of("another", Token.CLIENT)).signed(),
                Token.rfc9068().without("client_id").claim("azp", Token.CLIENT).signed());
    }

    static Stream<Attack> others() {
        return Stream.of(
                other("ID token", "RFC 9068 §5", Token.rfc9068().header("typ", "JWT"), Reason.TYPE),
                other("token without a type", "RFC 9068 §4", Token.rfc9068().withoutHeader("typ"), Reason.TYPE),
                other("ID token in disguise", "RFC 8725 §3.12", use("id"), Reason.TOKEN_USE),
                other("other audience", "RFC 9068 §4", audience("another"), Reason.CLIENT),
                other("no audience", "RFC 9068 §4", Token.rfc9068().without("aud"), Reason.CLIENT),
                other("empty audience", "CVE-2020-26160", audience(List.of()), Reason.CLIENT),
                other("audience with a stranger in it", "RFC 7519 §4.1.3", mixedAudience(), Reason.CLIENT),
                other("other client", "RFC 9068 §2.2", client("client_id", "client-2"), Reason.CLIENT),
                other("other authorised party", "OIDC Core §2", client("azp", "client-2"), Reason.CLIENT),
                other("client id a list", "RFC 8693 §4.3", client("azp", List.of(Token.CLIENT)), Reason.CLIENT),
                other("no jti", "RFC 9068 §2.2", Token.rfc9068().without("jti"), Reason.TOKEN_ID));
    }

    private static Token use(String use) {
        return Token.rfc9068().claim("token_use", use);
    }

    private static Token audience(Object audience) {
        return Token.rfc9068().claim("aud", audience);
    }

    private static Token mixedAudience() {
        return audience(List.of(Token.CLIENT, 5));
    }

    private static Token client(String claim, Object value) {
        return Token.rfc9068().claim(claim, value);
    }

    private static Attack other(String name, String reference, Token token, Reason stoppedBy) {
        return new Attack(name, reference, token.signed(), stoppedBy);
    }

    @ParameterizedTest
    @MethodSource("accessTokens")
    void accepts_its_access_tokens(String token) {
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void refuses(Attack attack) {
        TokenRefused refused = assertThrows(TokenRefused.class, () -> verifier.verify(attack.token()));
        assertEquals(attack.stoppedBy(), refused.reason());
    }
}
