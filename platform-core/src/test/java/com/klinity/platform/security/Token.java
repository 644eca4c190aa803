package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes tokens: a genuine one by default, with any part replaced on request. */
final class Token {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String ISSUER = "https://issuer.example/pool";
    static final String CLIENT = "client-1";
    static final String SUBJECT = "0d9f1f9e-5c0e-4b6a-9f57-3a1f6f6d2b11";
    static final String TOKEN_ID = "a3c1f6b2-9f0e-4a0b-8d53-0c7f6c3c2a10";

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Token() {
        header("kid", SigningKey.ISSUER.id()).header("alg", "RS256");
        claim("sub", SUBJECT).claim("iss", ISSUER).claim("jti", TOKEN_ID);
        claim("iat", NOW.minusSeconds(60).getEpochSecond());
        claim("exp", NOW.plusSeconds(3600).getEpochSecond());
    }

    static Token cognito() {
        return new Token().claim("client_id", CLIENT).claim("token_use", "access");
    }

    static Token rfc9068() {
        return new Token().header("typ", "at+jwt").claim("aud", CLIENT).claim("client_id", CLIENT);
    }

    static TrustedIssuer issuer(TokenProfile profile, JwksSource jwks) {
        return new TrustedIssuer(ISSUER, CLIENT, profile, jwks);
    }

    Token header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Token withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    Token nullHeader(String name) {
        header.put(name, Json.NULL);
        return this;
    }

    Token claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Token without(String name) {
        claims.remove(name);
        return this;
    }

    String headerJson() {
        return Json.write(header);
    }

    String claimsJson() {
        return Json.write(claims);
    }

    String signed() {
        return signedBy(SigningKey.ISSUER);
    }

    String signedBy(SigningKey key) {
        return signed(headerJson(), claimsJson(), key);
    }

    /** Without the last dot and signature. */
    String unsigned() {
        return encode(headerJson()) + "." + encode(claimsJson());
    }

    String withSignature(byte[] signature) {
        return unsigned() + "." + encode(signature);
    }

    static String signed(String headerJson, String claimsJson) {
        return signed(headerJson, claimsJson, SigningKey.ISSUER);
    }

    static String signed(String headerJson, String claimsJson, SigningKey key) {
        return signedParts(encode(headerJson), encode(claimsJson), key);
    }

    static String signedParts(String header, String claims) {
        return signedParts(header, claims, SigningKey.ISSUER);
    }

    private static String signedParts(String header, String claims, SigningKey key) {
        String input = header + "." + claims;
        return input + "." + encode(key.sign("SHA256withRSA", input.getBytes(UTF_8)));
    }

    static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
