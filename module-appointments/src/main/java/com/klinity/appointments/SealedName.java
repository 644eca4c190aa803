package com.klinity.appointments;

import com.klinity.platform.spi.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The place of a name in a list, as a cursor carries it: sealed with AES-GCM under a key of the account, since a cursor
 * travels in a URL. So a list goes on where it was, also when the patient it was at is renamed or gone.
 */
final class SealedName {

    private static final String MAKE_KEY = "insert into appointments.list_keys default values on conflict do nothing";
    private static final String KEY = "select key from appointments.list_keys";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private SealedName() {}

    /** Goes with the account's patients: where there are none, no list of them goes on. */
    static void makeKey(Scope scope) {
        scope.sql(MAKE_KEY).execute();
    }

    /** The name of that patient, readable to {@link #open} alone. */
    static String seal(byte[] key, UUID patient, String nameOrder) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, patient)
                    .doFinal(nameOrder.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The name; empty when it was not sealed by this account for that patient. */
    static Optional<String> open(byte[] key, UUID patient, String sealed) {
        byte[] all = Base64.getUrlDecoder().decode(sealed);
        if (all.length < NONCE) {
            return Optional.empty();
        }
        try {
            byte[] name = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE), patient)
                    .doFinal(all, NONCE, all.length - NONCE);
            return Optional.of(new String(name, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The account's key; empty before its first patient. */
    static Optional<byte[]> key(Scope scope) {
        return scope.sql(KEY).first(row -> row.bytes("key"));
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, UUID patient) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(patient.getMostSignificantBits())
                .putLong(patient.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
