package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-2")
@DisplayName("Of a JWK Set")
class JwksReaderTest {
    private static final String ID = SigningKey.ISSUER.id();

    private final JwksReader reader = new JwksReader(() -> "", RsaVerification.withInstalledProviders());

    static Stream<Arguments> unusable() {
        SigningKey smallExponent = SigningKey.generate(ID, 2048, BigInteger.valueOf(3));
        BigInteger even = SigningKey.ISSUER.publicKey().getModulus().subtract(BigInteger.ONE);
        return Stream.of(
                Arguments.argumentSet("1024 bits", SigningKey.generate(ID, 1024).jwk()),
                Arguments.argumentSet(
                        "2047 bits", with("n", number(BigInteger.TWO.pow(2047).subtract(BigInteger.ONE)))),
                Arguments.argumentSet(
                        "16384 bits", with("n", number(BigInteger.TWO.pow(16384).subtract(BigInteger.ONE)))),
                Arguments.argumentSet("exponent 3, FIPS 186-5 §5.1", smallExponent.jwk()),
                Arguments.argumentSet("exponent 1", with("e", number(BigInteger.ONE))),
                Arguments.argumentSet("even exponent", with("e", number(BigInteger.valueOf(65538)))),
                Arguments.argumentSet(
                        "endless exponent",
                        with("e", number(BigInteger.TWO.pow(2000).add(BigInteger.ONE)))),
                Arguments.argumentSet("even modulus", with("n", number(even))),
                Arguments.argumentSet("for encryption", with("use", "enc")),
                Arguments.argumentSet("for signing only", with("key_ops", List.of("sign"))),
                Arguments.argumentSet("for another algorithm", with("alg", "PS256")),
                Arguments.argumentSet("algorithm no string", with("alg", 1)),
                Arguments.argumentSet("a secret key", with("kty", "oct")),
                Arguments.argumentSet("an elliptic curve", with("kty", "EC")),
                Arguments.argumentSet("without a name", with("kid", "")),
                Arguments.argumentSet("name no string", with("kid", 1)),
                Arguments.argumentSet("modulus no base64url", with("n", "+/=")),
                Arguments.argumentSet("modulus empty", with("n", "")),
                Arguments.argumentSet("modulus no string", with("n", 65537)),
                Arguments.argumentSet("private part published", with("d", "AQAB")));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> jwk = SigningKey.ISSUER.jwk();
        jwk.put(name, value);
        return jwk;
    }

    private static String number(BigInteger number) {
        return SigningKey.unsigned(number);
    }

    private Set<String> names(List<Map<String, Object>> jwks) {
        return reader.read(Json.jwks(jwks)).keySet();
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void an_unusable_key_is_left_out(Map<String, Object> jwk) {
        assertEquals(Set.of(), names(List.of(jwk)));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void the_other_keys_stay_usable_beside_it(Map<String, Object> jwk) {
        assertEquals(Set.of("issuer-key-2"), names(List.of(jwk, SigningKey.NEXT.jwk())));
    }

    @Test
    void a_key_that_says_nothing_of_its_purpose_is_used() {
        Map<String, Object> jwk = SigningKey.ISSUER.jwk();
        jwk.keySet().removeAll(Set.of("use", "alg"));
        assertEquals(Set.of(ID), names(List.of(jwk)));
    }

    @Test
    void a_key_for_verifying_is_used() {
        assertEquals(Set.of(ID), names(List.of(with("key_ops", List.of("verify")))));
    }

    @Test
    void the_numbers_are_the_key() {
        assertEquals(
                RsaVerification.withInstalledProviders()
                        .publicKey(
                                SigningKey.ISSUER.publicKey().getModulus(),
                                SigningKey.ISSUER.publicKey().getPublicExponent())
                        .orElseThrow(),
                reader.read(Json.jwks(SigningKey.ISSUER)).get(ID));
    }

    @Test
    void a_name_that_two_keys_claim_names_neither() {
        SigningKey twin = SigningKey.ATTACKER.called(ID);
        assertEquals(
                Set.of("issuer-key-2"),
                names(List.of(SigningKey.ISSUER.jwk(), twin.jwk(), SigningKey.NEXT.jwk(), twin.jwk())));
    }

    @Test
    void no_keys_are_no_keys() {
        assertEquals(Set.of(), names(List.of()));
    }
}
