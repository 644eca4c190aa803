package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.platform.security.TokenRefused.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attacks through what the header says. Signed with the issuer's own key wherever that makes them harder to refuse. */
final class HeaderAttacks {
    private HeaderAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(algorithms(), keys(), critical(), types(), keyIds(), documents())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> algorithms() {
        return Stream.of(
                algorithm("no algorithm, no signature", "RFC 8725 §3.2, CVE-2018-1000531", "none"),
                algorithm("'none' in another case", "RFC 8725 §2.1", "nOnE"),
                algorithm("HMAC keyed with the public key", "RFC 8725 §3.1, CVE-2016-10555", "HS256"),
                algorithm("HMAC-512", "RFC 8725 §3.1, CVE-2017-11424", "HS512"),
                algorithm("zero ECDSA signature", "CVE-2022-21449", "ES256"),
                algorithm("RSA-PSS with the right key", "RFC 8725 §3.1", "PS256"),
                algorithm("longer hash", "RFC 8725 §3.1", "RS512"),
                algorithm("SHA-1", "RFC 8725 §3.2", "RS1"),
                algorithm("EdDSA", "RFC 8725 §3.1", "EdDSA"),
                algorithm("right name in lower case", "RFC 7515 §4.1.1", "rs256"),
                algorithm("right name with a blank", "RFC 7515 §4.1.1", "RS256 "),
                algorithm("empty name", "RFC 7515 §4.1.1", ""),
                algorithm("list of names", "RFC 7515 §4.1.1", List.of("RS256", "none")),
                algorithm("number", "RFC 7515 §4.1.1", 256))
                .flatMap(attacks -> attacks)
                .toList()
                .stream();
    }

    /** Each algorithm once with the issuer's signature, once with none, and once with an HMAC under the public key. */
    private static Stream<Attack> algorithm(String name, String reference, Object value) {
        Token token = Token.cognito().header("alg", value);
        byte[] hmac = Hmac.sha256(
                SigningKey.ISSUER.publicKey().getEncoded(), token.unsigned().getBytes(UTF_8));
        return Stream.of(
                new Attack("alg: " + name + ", signed", reference, token.signed(), Reason.ALGORITHM),
                new Attack("alg: " + name + ", bare", reference, token.unsigned() + ".", Reason.ALGORITHM),
                new Attack("alg: " + name + ", HMAC", reference, token.withSignature(hmac), Reason.ALGORITHM),
                new Attack("alg: " + name + ", zeros", reference, token.withSignature(new byte[64]), Reason.ALGORITHM));
    }

    private static Stream<Attack> keys() {
        return Stream.of(
                signed("alg missing", "RFC 7515 §4.1.1", Token.cognito().withoutHeader("alg"), Reason.ALGORITHM),
                new Attack(
                        "attacker's key in jwk, signed by the attacker",
                        "CVE-2018-0114, CVE-2026-27962",
                        Token.cognito().header("jwk", SigningKey.ATTACKER.jwk()).signedBy(SigningKey.ATTACKER),
                        Reason.KEY_IN_HEADER),
                carrier("jwk", SigningKey.ISSUER.jwk()),
                carrier("jku", "https://attacker.example/jwks.json"),
                carrier("x5u", "https://attacker.example/chain.pem"),
                carrier("x5c", List.of("MIIB")),
                carrier("jku", 5));
    }

    private static Attack carrier(String name, Object value) {
        return signed(
                name + " beside a good signature",
                "RFC 8725 §3.10",
                Token.cognito().header(name, value),
                Reason.KEY_IN_HEADER);
    }

    private static Stream<Attack> critical() {
        Token detached = Token.cognito().header("crit", List.of("b64")).header("b64", false);
        String unknownCrit = "RFC 7515 §4.1.11, CVE-2025-59420, CVE-2026-32597";
        return Stream.of(
                signed("unknown crit", unknownCrit, critical(List.of("exp2")).header("exp2", 1), Reason.CRITICAL),
                signed("crit naming a standard name", "RFC 7515 §4.1.11", critical(List.of("alg")), Reason.CRITICAL),
                signed("empty crit", "RFC 7515 §4.1.11", critical(List.of()), Reason.CRITICAL),
                signed("crit that is no list", "RFC 7515 §4.1.11", critical("b64"), Reason.CRITICAL),
                signed("unencoded payload", "RFC 7797 §6", detached, Reason.CRITICAL),
                signed(
                        "b64=false smuggled without crit",
                        "RFC 7797 §8",
                        Token.cognito().header("b64", false),
                        Reason.UNENCODED_PAYLOAD));
    }

    private static Token critical(Object value) {
        return Token.cognito().header("crit", value);
    }

    private static Stream<Attack> types() {
        return Stream.of("logout+jwt", "dpop+jwt", "secevent+jwt", "JWE", " ", 7, List.of("at+jwt"))
                .map(type ->
                        signed("typ " + type, "RFC 8725 §3.11", Token.cognito().header("typ", type), Reason.TYPE));
    }

    private static Stream<Attack> keyIds() {
        String injection = "RFC 8725 §3.10 (kid as an injection vector)";
        return Stream.of(
                signed("kid missing", "RFC 7515 §4.1.4", Token.cognito().withoutHeader("kid"), Reason.KEY_ID),
                signed("kid empty", "RFC 7515 §4.1.4", keyId(""), Reason.KEY_ID),
                signed("kid of 257 characters", "RFC 8725 §3.10", keyId("k".repeat(257)), Reason.KEY_ID),
                signed("kid a number", "RFC 7515 §4.1.4", keyId(1), Reason.KEY_ID),
                signed("kid an object", "RFC 7515 §4.1.4", keyId(Map.of("$ne", "")), Reason.KEY_ID),
                signed("kid a path", injection, keyId("../../../../dev/null"), Reason.UNKNOWN_KEY),
                signed("kid SQL", injection, keyId("x' UNION SELECT 'key"), Reason.UNKNOWN_KEY),
                signed("kid a command", injection, keyId("issuer-key-1|whoami"), Reason.UNKNOWN_KEY),
                signed("kid with a NUL", injection, keyId("issuer-key-1\0"), Reason.UNKNOWN_KEY));
    }

    private static Token keyId(Object value) {
        return Token.cognito().header("kid", value);
    }

    private static Stream<Attack> documents() {
        String claims = Token.cognito().claimsJson();
        String twice = "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"issuer-key-1\"}";
        String nested = "{\"alg\":\"RS256\",\"kid\":\"issuer-key-1\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}";
        return Stream.of(
                raw("duplicated alg", "RFC 7515 §4", twice, claims),
                raw("deep nesting", "RFC 8259 §9", nested, claims),
                raw("list", "RFC 7515 §4", "[\"RS256\"]", claims),
                raw("null", "RFC 7515 §4", "null", claims),
                raw("empty", "RFC 7515 §4", "", claims),
                raw("second document after it", "RFC 8259 §2", Token.cognito().headerJson() + "{}", claims),
                raw("comment", "RFC 8259 §2", "/**/" + Token.cognito().headerJson(), claims),
                raw(
                        "byte order mark",
                        "RFC 8259 §8.1",
                        "\ufeff" + Token.cognito().headerJson(),
                        claims));
    }

    private static Attack raw(String name, String reference, String headerJson, String claimsJson) {
        return new Attack("header: " + name, reference, Token.signed(headerJson, claimsJson), Reason.HEADER);
    }

    private static Attack signed(String name, String reference, Token token, Reason stoppedBy) {
        return new Attack(name, reference, token.signed(), stoppedBy);
    }
}
