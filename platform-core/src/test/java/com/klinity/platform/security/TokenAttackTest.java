package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.TokenProfile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-2")
@Tag("AU-3")
@DisplayName("Every known attack on a token is refused, by the rule that is meant to stop it")
class TokenAttackTest {
    private static final Pattern SOURCE = Pattern.compile("CVE-\\d{4}-\\d{4,}|RFC \\d{4} §\\d");

    private final FakeJwks jwks = FakeJwks.publishing(SigningKey.ISSUER, SigningKey.NEXT);
    private final TokenVerifier verifier =
            new TokenVerifier(Token.issuer(TokenProfile.COGNITO, jwks), new SettableClock());

    static Stream<Attack> attacks() {
        return TokenAttacks.all();
    }

    static Stream<Attack> attacksStoppedBeforeAnyKeyIsNeeded() {
        return attacks().filter(attack -> attack.stoppedBy().compareTo(TokenRefused.Reason.KEYS_UNAVAILABLE) < 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(Attack attack) {
        TokenRefused refused = assertThrows(TokenRefused.class, () -> verifier.verify(attack.token()));
        assertEquals(attack.stoppedBy(), refused.reason());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void says_where_it_is_described(Attack attack) {
        assertTrue(SOURCE.matcher(attack.reference()).find(), attack::reference);
    }

    @Test
    void each_attack_has_a_name_of_its_own() {
        List<String> names = attacks().map(Attack::name).sorted().toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacksStoppedBeforeAnyKeyIsNeeded")
    void asks_nobody_about_a_token_whose_form_is_wrong(Attack attack) {
        assertThrows(TokenRefused.class, () -> verifier.verify(attack.token()));
        assertEquals(0, jwks.fetches());
    }
}
