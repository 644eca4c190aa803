package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes each refresh token from the one before. Derived from the signing key, so it outlives a restart as that does. */
final class SuccessorKey {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "klinity refresh token successor".getBytes(US_ASCII);

    private final SecretKeySpec key;

    SuccessorKey(SigningKey signingKey) {
        byte[] secret = signingKey.privateKey().getPrivateExponent().toByteArray();
        key = new SecretKeySpec(mac(new SecretKeySpec(secret, HMAC), PURPOSE), HMAC);
    }

    /** 256 bits. */
    byte[] secretAfter(RefreshToken token) {
        return mac(key, token.text().getBytes(US_ASCII));
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no HMAC with SHA-256", e);
        }
    }
}
