package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Makes hashes of entries: SHA-256 of the hash before (32 bytes) and the canonical form, which is the account and then
 * each field, each as its length in UTF-8 bytes in decimal, a colon, the bytes, and a comma. Used by one thread.
 */
final class EntryHasher {

    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_DIGITS = 12;

    private final MessageDigest digest = Sha256.digest();
    private final String account;
    private byte[] form = new byte[1 << 10];
    private int length;

    /** Of that account's entries; its id is in lower case. */
    EntryHasher(String account) {
        this.account = account;
    }

    /** The hash that the entry must have, behind one that has this hash. */
    String hash(String previousHash, ChainEntry entry) {
        length = 0;
        add(account);
        for (int i = 0; i < ChainEntry.FIELDS; i++) {
            add(entry.fields().get(i));
        }
        digest.update(HEX.parseHex(previousHash));
        digest.update(form, 0, length);
        return HEX.formatHex(digest.digest());
    }

    private void add(String field) {
        if (form.length - length < field.length() + MOST_DIGITS) {
            form = Arrays.copyOf(form, 2 * form.length + field.length());
        }
        int begin = length;
        addNumber(field.length());
        form[length++] = ':';
        for (int i = 0; i < field.length(); i++) {
            char unit = field.charAt(i);
            if (unit >= 0x80) {
                length = begin;
                addEncoded(field.getBytes(StandardCharsets.UTF_8));
                return;
            }
            form[length++] = (byte) unit;
        }
        form[length++] = ',';
    }

    private void addEncoded(byte[] field) {
        if (form.length - length < field.length + MOST_DIGITS) {
            form = Arrays.copyOf(form, 2 * form.length + field.length);
        }
        addNumber(field.length);
        form[length++] = ':';
        System.arraycopy(field, 0, form, length, field.length);
        length += field.length;
        form[length++] = ',';
    }

    private void addNumber(int number) {
        if (number >= 10) {
            addNumber(number / 10);
        }
        form[length++] = (byte) ('0' + number % 10);
    }
}
