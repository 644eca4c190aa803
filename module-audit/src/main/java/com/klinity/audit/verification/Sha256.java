package com.klinity.audit.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the log (FIPS 180-4). */
final class Sha256 {

    private Sha256() {}

    /** A digest of nothing yet; for one thread. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
