package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One audit entry as text, field by field as the CSV has it.
 *
 * @param fields  sequence, occurred_at, user_id, ip_address, action, resource_type, resource_id, outcome, request_id,
 *                details; several resource ids are separated by spaces
 * @param hash    lower-case hexadecimal
 */
public record ChainEntry(List<String> fields, String hash) {

    /** What the first entry's hash follows: 32 zero bytes. */
    public static final String GENESIS = "00".repeat(32);

    /** How many fields there are beside the hash. */
    public static final int FIELDS = 10;

    private static final HexFormat HEX = HexFormat.of();

    /** Copies the list. */
    public ChainEntry {
        fields = List.copyOf(fields);
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("an entry has " + FIELDS + " fields");
        }
    }

    /** The entry's place in its chain. */
    public String sequence() {
        return fields.getFirst();
    }

    /**
     * The hash this entry must have: SHA-256 of the previous entry's hash (32 bytes) and the canonical form, which is the
     * account and then each field, each as its length in UTF-8 bytes in decimal, a colon, the bytes, and a comma.
     *
     * @param account the account's id in lower case
     */
    public String expectedHash(String account, String previousHash) {
        MessageDigest digest = sha256();
        digest.update(HEX.parseHex(previousHash));
        Stream.concat(Stream.of(account), fields.stream()).forEach(field -> update(digest, field));
        return HEX.formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
