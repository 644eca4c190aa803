package com.klinity.platform.database;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests (HMAC-SHA256) that tell the same request again, under a key that is not in the database: whoever reads them
 * there cannot check a guess of what was sent. Safe for many threads.
 */
public final class RequestDigests {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    RequestDigests(CoreKey core) {
        this.key = new SecretKeySpec(core.derived("klinity request digests"), ALGORITHM);
    }

    /** Of these parts, one after the other. */
    public byte[] of(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
