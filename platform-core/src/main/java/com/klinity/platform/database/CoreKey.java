package com.klinity.platform.database;

import com.klinity.platform.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the core shows the database to open an account, and what a statement of a feature or a plug-in on the same
 * connection does not have. Derived (HMAC-SHA256) from a secret that is not the app role's password, so that the password
 * alone, should it leak, opens no account. After a new secret the migrations must run once, for the database to know the
 * new key. Immutable.
 */
public final class CoreKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "klinity core key".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    private CoreKey(byte[] key) {
        this.key = key;
    }

    /** The key that belongs to a secret. */
    public static CoreKey of(Secret secret) {
        return new CoreKey(mac(secret.reveal().getBytes(StandardCharsets.UTF_8), PURPOSE));
    }

    /** Another key of 32 bytes, for that purpose, from which this one does not follow. */
    byte[] derived(String purpose) {
        return mac(key, purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mac(byte[] key, byte[] purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** A copy of its 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }

    /** What the database keeps of it. */
    byte[] verifier() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
