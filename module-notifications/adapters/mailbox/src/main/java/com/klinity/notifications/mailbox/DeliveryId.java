package com.klinity.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The same short name for the same key. Letters only, so that nobody takes a part of it for a code. */
final class DeliveryId {

    private static final int BYTES = 8;

    private DeliveryId() {}

    static String of(String idempotencyKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(idempotencyKey.getBytes(UTF_8));
            return letters(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no SHA-256", e);
        }
    }

    private static String letters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append((char) ('a' + ((b >> 4) & 0xf))).append((char) ('a' + (b & 0xf)));
        }
        return text.toString();
    }
}
