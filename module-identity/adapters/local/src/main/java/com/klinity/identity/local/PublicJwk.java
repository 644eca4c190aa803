package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The public half of an RSA key (RFC 7517 §4, RFC 7518 §6.3.1). */
record PublicJwk(BigInteger modulus, BigInteger exponent) {

    /** The key's thumbprint (RFC 7638). */
    String id() {
        String canonical = "{\"e\":\"" + text(exponent) + "\",\"kty\":\"RSA\",\"n\":\"" + text(modulus) + "\"}";
        return encode(Digests.sha256(canonical.getBytes(UTF_8)));
    }

    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", "RS256");
        members.put("kid", id());
        members.put("n", text(modulus));
        members.put("e", text(exponent));
        return members;
    }

    /** Base64urlUInt (RFC 7518 §2): without the sign's zero byte. */
    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encode(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
