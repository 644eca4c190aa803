package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;

/**
 * A code that was mailed, as a salted hash.
 *
 * @param purpose  what it may do
 * @param salt     random
 * @param hash     SHA-256 of the salt and the code
 * @param expires  from then on it is dead
 * @param attempts how many may still be made
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches() alone, in constant time
record OneTimeCode(Purpose purpose, byte[] salt, byte[] hash, Instant expires, int attempts) {

    /** Whether a code may make a user, or only let a known one in. */
    enum Purpose {
        SIGN_UP,
        SIGN_IN
    }

    static OneTimeCode of(Purpose purpose, String code, byte[] salt, Instant expires, int attempts) {
        return new OneTimeCode(purpose, salt, hash(salt, code), expires, attempts);
    }

    boolean alive(Instant now) {
        return attempts > 0 && now.isBefore(expires);
    }

    /** In constant time. */
    boolean matches(String attempt) {
        return MessageDigest.isEqual(hash, hash(salt, attempt));
    }

    OneTimeCode afterFailure() {
        return new OneTimeCode(purpose, salt, hash, expires, attempts - 1);
    }

    private static byte[] hash(byte[] salt, String code) {
        return Digests.sha256(salt, code.getBytes(UTF_8));
    }
}
