package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes codes from salts, so that one can be mailed again and is still kept nowhere. Its key ends with the process. */
final class CodeKey {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final BigInteger POSSIBLE = BigInteger.valueOf(1_000_000);

    private final SecretKeySpec key;

    CodeKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, HMAC);
    }

    /** Six digits, each code as likely as any other but for one in 10⁷⁰. */
    String code(EmailAddress address, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(salt);
            BigInteger number = new BigInteger(1, mac.doFinal(address.text().getBytes(UTF_8)));
            return String.format(Locale.ROOT, "%06d", number.mod(POSSIBLE).intValueExact());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no HMAC with SHA-256", e);
        }
    }
}
