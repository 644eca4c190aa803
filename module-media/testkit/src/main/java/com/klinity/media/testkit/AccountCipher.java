package com.klinity.media.testkit;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One account's key, for whole objects: AES-GCM with the nonce in front, bound to the object's key. */
final class AccountCipher {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST = NONCE + TAG_BITS / 8;

    private final SecretKeySpec secret = new SecretKeySpec(random(16), "AES");

    byte[] seal(BlobKey key, byte[] plain) {
        byte[] nonce = random(NONCE);
        byte[] sealed = Arrays.copyOf(nonce, plain.length + LEAST);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, key).doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    byte[] open(BlobKey key, byte[] sealed) {
        if (sealed.length < LEAST) {
            throw new BlobFailure(Code.CORRUPT, "the object is too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, key).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new BlobFailure(Code.CORRUPT, "the object is not what was put under its key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, BlobKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
