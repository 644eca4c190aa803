package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attacks through what the header says. Signed with the issuer's own key wherever that makes them harder to refuse. */
final class HeaderAttacks {
    private static final String THUMBPRINT = "dGhlIGF0dGFja2VyJ3MgY2VydGlmaWNhdGU";

    private HeaderAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(keys(), critical(), payloads(), types(), keyIds(), documents())
                .flatMap(attacks -> attacks);
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
                signed("jku a number", "RFC 8725 §3.10", Token.cognito().header("jku", 5), Reason.KEY_IN_HEADER),
                new Attack(
                        "thumbprint of the attacker's certificate in x5t, signed by the attacker",
                        "RFC 7515 §4.1.7",
                        Token.cognito().header("x5t", THUMBPRINT).signedBy(SigningKey.ATTACKER),
                        Reason.SIGNATURE),
                signed(
                        "x5t#S256 in place of kid",
                        "RFC 7515 §4.1.8",
                        Token.cognito().withoutHeader("kid").header("x5t#S256", THUMBPRINT),
                        Reason.KEY_ID));
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
                signed("crit null", "RFC 7515 §4.1.11", critical(List.of()).nullHeader("crit"), Reason.CRITICAL),
                signed("crit that is no list", "RFC 7515 §4.1.11", critical("b64"), Reason.CRITICAL),
                signed("unencoded payload", "RFC 7797 §6", detached, Reason.CRITICAL),
                signed(
                        "b64=false smuggled without crit",
                        "RFC 7797 §8",
                        Token.cognito().header("b64", false),
                        Reason.UNENCODED_PAYLOAD));
    }

    private static Stream<Attack> payloads() {
        String inner = Token.cognito().signed();
        String nested = Token.cognito().header("cty", "JWT").headerJson();
        return Stream.of(
                payload("zip", "DEF", "RFC 7516 §4.1.3, CVE-2024-33664 (compression bomb)"),
                payload("zip", "NONE", "RFC 7516 §4.1.3"),
                payload("enc", "A256GCM", "RFC 7516 §4.1.2"),
                payload("cty", "JWT", "RFC 7519 §5.2"),
                payload("cty", "application/xml", "RFC 7519 §5.2"),
                new Attack(
                        "nested token",
                        "RFC 8725 §3.3, RFC 7519 §5.2",
                        Token.signed(nested, inner),
                        Reason.OTHER_PAYLOAD),
                new Attack(
                        "nested token without cty",
                        "RFC 8725 §3.3, RFC 7519 §5.2",
                        Token.signed(Token.cognito().headerJson(), inner),
                        Reason.CLAIMS));
    }

    private static Attack payload(String name, String value, String reference) {
        return signed(name + " = " + value, reference, Token.cognito().header(name, value), Reason.OTHER_PAYLOAD);
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
                signed("kid of 5000 characters", "RFC 8725 §3.10", keyId("k".repeat(5000)), Reason.KEY_ID),
                signed("kid null", "RFC 7515 §4.1.4", Token.cognito().nullHeader("kid"), Reason.KEY_ID),
                signed("kid a list", "RFC 7515 §4.1.4", keyId(List.of("issuer-key-1")), Reason.KEY_ID),
                signed("kid a number", "RFC 7515 §4.1.4", keyId(1), Reason.KEY_ID),
                signed("kid an object", "RFC 7515 §4.1.4", keyId(Map.of("$ne", "")), Reason.KEY_ID),
                signed("kid a path", injection, keyId("../../../../dev/null"), Reason.UNKNOWN_KEY),
                signed("kid an absolute path", injection, keyId("/dev/null"), Reason.UNKNOWN_KEY),
                signed("kid an address", injection, keyId("https://attacker.example/key"), Reason.UNKNOWN_KEY),
                signed(
                        "kid a lookup",
                        "CVE-2021-44228 (its idea)",
                        keyId("${jndi:ldap://a.example}"),
                        Reason.UNKNOWN_KEY),
                signed("kid in another case", "RFC 7515 §4.1.4", keyId("ISSUER-KEY-1"), Reason.UNKNOWN_KEY),
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
                raw(
                        "alg twice, once escaped",
                        "RFC 7515 §4, RFC 8259 §8.3",
                        "{\"\\u0061lg\":\"none\",\"alg\":\"RS256\",\"kid\":\"issuer-key-1\"}",
                        claims),
                raw(
                        "kid twice",
                        "RFC 7515 §4",
                        "{\"alg\":\"RS256\",\"kid\":\"issuer-key-1\",\"kid\":\"attacker-key\"}",
                        claims),
                raw(
                        "kid twice, once escaped",
                        "RFC 7515 §4, RFC 8259 §8.3",
                        "{\"alg\":\"RS256\",\"kid\":\"issuer-key-1\",\"\\u006bid\":\"attacker-key\"}",
                        claims),
                raw("string", "RFC 7515 §4", "\"RS256\"", claims),
                raw("NUL after it", "RFC 8259 §2", Token.cognito().headerJson() + "\0", claims),
                raw("trailing comma", "RFC 8259 §4", "{\"alg\":\"RS256\",\"kid\":\"issuer-key-1\",}", claims),
                raw("single quotes", "RFC 8259 §7", "{'alg':'RS256','kid':'issuer-key-1'}", claims),
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
