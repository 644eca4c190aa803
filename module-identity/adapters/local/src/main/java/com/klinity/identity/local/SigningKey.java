package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key that access tokens are signed with.
 *
 * @param privateKey RSA of at least 2048 bits
 */
record SigningKey(RSAPrivateCrtKey privateKey) {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** The public half's thumbprint (RFC 7638). */
    String id() {
        String canonical = "{\"e\":\"" + exponent() + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}";
        return BASE64URL.encodeToString(Digests.sha256(canonical.getBytes(UTF_8)));
    }

    /** The public half (RFC 7517 §4, RFC 7518 §6.3.1). */
    Map<String, String> publicJwk() {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", id());
        jwk.put("n", modulus());
        jwk.put("e", exponent());
        return jwk;
    }

    /** A compact JWS (RFC 7515 §3.1) by RS256. */
    String sign(String header, String payload) {
        String signed = BASE64URL.encodeToString(header.getBytes(UTF_8)) + "."
                + BASE64URL.encodeToString(payload.getBytes(UTF_8));
        return signed + "." + BASE64URL.encodeToString(signature(signed.getBytes(US_ASCII)));
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot sign by RS256", e);
        }
    }

    private String modulus() {
        return unsigned(privateKey.getModulus());
    }

    private String exponent() {
        return unsigned(privateKey.getPublicExponent());
    }

    /** Base64urlUInt (RFC 7518 §2): without the sign's zero byte. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return BASE64URL.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
