package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-1")
@DisplayName("A trusted issuer")
class TrustedIssuerTest {
    private static TrustedIssuer issuer(String issuer, String clientId) {
        return new TrustedIssuer(issuer, clientId, TokenProfile.COGNITO, () -> "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "issuer", "urn:issuer", "https:///pool", "https://i.example/?a", "https://i.example/#a"})
    void is_a_url_without_query_and_fragment(String url) {
        assertThrows(IllegalArgumentException.class, () -> issuer(url, "client"));
    }

    @Test
    void comes_with_a_client() {
        assertThrows(IllegalArgumentException.class, () -> issuer("https://i.example", " "));
    }
}
