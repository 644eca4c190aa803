package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens that the issuer really signed, but that are not current access tokens of this client. */
final class ClaimAttacks {
    private ClaimAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(documents(), issuers(), clients(), uses(), expiries(), starts(), subjects(), tokenIds())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> documents() {
        String claims = Token.cognito().claimsJson();
        String twice = "{\"sub\":\"6d3f36ab-53ce-4b8c-9a3b-8a8c6b9a1c11\"," + claims.substring(1);
        return Stream.of(
                        Map.entry("sub twice", twice),
                        Map.entry("name twice, once escaped", "{\"\\u0073ub\":\"x\"," + claims.substring(1)),
                        Map.entry("iss twice", "{\"iss\":\"https://attacker.example\"," + claims.substring(1)),
                        Map.entry("exp twice, once escaped", "{\"\\u0065xp\":4102444800," + claims.substring(1)),
                        Map.entry(
                                "deep nesting",
                                "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "," + claims.substring(1)),
                        Map.entry("byte order mark", "\ufeff" + claims),
                        Map.entry("NUL after it", claims + "\0"),
                        Map.entry("NUL inside a string", claims.replace("access", "acc\0ess")),
                        Map.entry("comment", "/**/" + claims),
                        Map.entry("trailing comma", claims.replaceFirst("}$", ",}")),
                        Map.entry("exp not a number", "{\"exp\":NaN," + claims.substring(1)),
                        Map.entry("exp infinite", "{\"exp\":Infinity," + claims.substring(1)),
                        Map.entry("truth value", "true"),
                        Map.entry("list", "[" + claims + "]"),
                        Map.entry("string", "\"" + Token.SUBJECT + "\""),
                        Map.entry("number", "1"),
                        Map.entry("null", "null"),
                        Map.entry("nothing", ""),
                        Map.entry("second object", claims + claims),
                        Map.entry("number without end", "{\"exp\":" + "9".repeat(400) + "}"),
                        Map.entry("not JSON", "sub=" + Token.SUBJECT))
                .map(claim -> new Attack(
                        "claims: " + claim.getKey(),
                        "RFC 7519 §4, §7.2",
                        Token.signed(Token.cognito().headerJson(), claim.getValue()),
                        Reason.CLAIMS));
    }

    private static Stream<Attack> issuers() {
        return claim(
                "iss",
                "RFC 8725 §3.8",
                Reason.ISSUER,
                "https://attacker.example/pool",
                Token.ISSUER + "/",
                Token.ISSUER + ".attacker.example",
                Token.ISSUER + "#",
                Token.ISSUER + "?",
                Token.ISSUER.substring(0, Token.ISSUER.length() - 1),
                Token.ISSUER.substring("https://".length()),
                Token.ISSUER.replace("https", "http"),
                Token.ISSUER.toUpperCase(Locale.ROOT),
                " " + Token.ISSUER,
                "https://attacker.example/?" + Token.ISSUER,
                Token.ISSUER.replace("/pool", "/other/../pool"),
                Map.of("iss", Token.ISSUER),
                "HTTPS://issuer.example/pool",
                Token.ISSUER + "\0",
                List.of(Token.ISSUER),
                1);
    }

    private static Stream<Attack> clients() {
        Token audienceOnly = Token.cognito().without("client_id").claim("aud", Token.CLIENT);
        return Stream.concat(
                claim(
                        "client_id",
                        "RFC 8725 §3.9",
                        Reason.CLIENT,
                        "client-2",
                        "client-11",
                        "client-",
                        "CLIENT-1",
                        "client-1 ",
                        "",
                        1,
                        List.of(Token.CLIENT)),
                Stream.of(attack("aud in place of client_id", "RFC 8725 §3.9", audienceOnly, Reason.CLIENT)));
    }

    private static Stream<Attack> uses() {
        return claim(
                "token_use",
                "RFC 8725 §3.12",
                Reason.TOKEN_USE,
                "id",
                "refresh",
                "ACCESS",
                "",
                true,
                List.of("access"));
    }

    private static Stream<Attack> expiries() {
        long now = Token.NOW.getEpochSecond();
        Stream<Attack> malformed = claim(
                "exp",
                "RFC 7519 §4.1.4",
                Reason.TIMES,
                String.valueOf(now + 60),
                -1,
                true,
                Map.of(),
                1.0e300,
                1.0e-9,
                -1.5,
                "",
                new BigInteger("9".repeat(30)),
                Long.MAX_VALUE,
                Instant.ofEpochSecond(now + 60).toString());
        return Stream.concat(
                malformed,
                Stream.of(
                        expiring("in milliseconds", Reason.TIMES, (now + 60) * 1000),
                        expiring("before it was issued", Reason.TIMES, now - 120),
                        expiring("of 1970", Reason.TIMES, 0),
                        over("just past the leeway", now - 30),
                        over("long ago", Instant.parse("2020-01-01T01:00:00Z").getEpochSecond())));
    }

    private static Attack expiring(String name, Reason stoppedBy, long exp) {
        return attack("exp " + name, "RFC 7519 §4.1.4", Token.cognito().claim("exp", exp), stoppedBy);
    }

    private static Attack over(String name, long exp) {
        Token token = Token.cognito().claim("iat", exp - 3600).claim("exp", exp);
        return attack("expired " + name, "RFC 7519 §4.1.4", token, Reason.EXPIRED);
    }

    private static Stream<Attack> starts() {
        long ahead = Token.NOW.plusSeconds(31).getEpochSecond();
        return Stream.of(
                        claim("iat", "RFC 7519 §4.1.6", Reason.TIMES, "now", -5, true, List.of(), Long.MAX_VALUE),
                        claimValues(
                                "nbf",
                                "RFC 7519 §4.1.5",
                                Reason.TIMES,
                                "0",
                                false,
                                -1,
                                List.of(),
                                ahead * 1000,
                                Json.NULL),
                        claimValues("nbf", "RFC 7519 §4.1.5", Reason.NOT_YET_VALID, ahead),
                        claimValues("iat", "RFC 7519 §4.1.6", Reason.NOT_YET_VALID, ahead),
                        Stream.of(issuedAheadButValidBefore(ahead)))
                .flatMap(attacks -> attacks);
    }

    private static Attack issuedAheadButValidBefore(long ahead) {
        Token token = Token.cognito().claim("nbf", 0).claim("iat", ahead);
        return attack("iat ahead, nbf long past", "RFC 7519 §4.1.6", token, Reason.NOT_YET_VALID);
    }

    private static Stream<Attack> subjects() {
        return claim(
                "sub",
                "control AC-2, RFC 9562 §4",
                Reason.SUBJECT,
                "practitioner@example.com",
                "1-1-1-1-1",
                Token.SUBJECT.toUpperCase(Locale.ROOT),
                "{" + Token.SUBJECT + "}",
                "urn:uuid:" + Token.SUBJECT,
                Token.SUBJECT + " ",
                Token.SUBJECT + "\n",
                Token.SUBJECT + "\0",
                " " + Token.SUBJECT,
                Token.SUBJECT.replace("-", ""),
                Token.SUBJECT.replace('0', '\uff10'),
                "0" + Token.SUBJECT,
                "",
                List.of(Token.SUBJECT),
                "00000000-0000-0000-0000-000000000000",
                "' OR 1=1 --",
                7);
    }

    private static Stream<Attack> tokenIds() {
        return claimValues("jti", "RFC 7519 §4.1.7", Reason.TOKEN_ID, "", 5, "a\nb", "x".repeat(256), "\u202e");
    }

    /** The claim missing, null, and with each of the values. */
    private static Stream<Attack> claim(String name, String reference, Reason stoppedBy, Object... values) {
        return Stream.concat(
                Stream.of(
                        attack(name + " missing", reference, Token.cognito().without(name), stoppedBy),
                        isNull(name, reference, stoppedBy)),
                claimValues(name, reference, stoppedBy, values));
    }

    private static Attack isNull(String name, String reference, Reason stoppedBy) {
        String rest = Token.cognito().without(name).claimsJson().substring(1);
        String claims = "{\"" + name + "\":null," + rest;
        return new Attack(
                name + " null", reference, Token.signed(Token.cognito().headerJson(), claims), stoppedBy);
    }

    private static Stream<Attack> claimValues(String name, String reference, Reason stoppedBy, Object... values) {
        return Stream.of(values)
                .map(value -> attack(
                        "claim " + Json.write(Map.of(name, value)),
                        reference,
                        Token.cognito().claim(name, value),
                        stoppedBy));
    }

    private static Attack attack(String name, String reference, Token token, Reason stoppedBy) {
        return new Attack(name, reference, token.signed(), stoppedBy);
    }
}
