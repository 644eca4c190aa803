package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;

/**
 * The key that access tokens are signed with.
 *
 * @param privateKey RSA of at least 2048 bits
 */
record SigningKey(RSAPrivateCrtKey privateKey) {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    PublicJwk publicHalf() {
        return new PublicJwk(privateKey.getModulus(), privateKey.getPublicExponent());
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

    @Override
    public String toString() {
        return "SigningKey[" + publicHalf().id() + "]";
    }
}
