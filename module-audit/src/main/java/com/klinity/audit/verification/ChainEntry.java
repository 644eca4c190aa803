package com.klinity.audit.verification;

import java.util.List;

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
     * The hash this entry must have behind one that has the previous hash.
     *
     * @param account the account's id in lower case
     */
    public String expectedHash(String account, String previousHash) {
        return new EntryHasher(account).hash(previousHash, this);
    }
}
