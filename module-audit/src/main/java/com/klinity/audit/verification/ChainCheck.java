package com.klinity.audit.verification;

import java.util.Optional;

/** Walks a chain, or a part of it, and finds the first entry that does not follow. Used by one thread. */
public final class ChainCheck {

    private final EntryHasher hasher;
    private final long before;
    private String head;
    private long entries;
    private Optional<String> firstBroken = Optional.empty();

    /** Of that account's whole chain; the id is in lower case. */
    public ChainCheck(String account) {
        this(account, 0, ChainEntry.GENESIS);
    }

    /**
     * Of what follows an entry.
     *
     * @param before       the sequence of that entry; 0 for the whole chain
     * @param previousHash its hash
     */
    public ChainCheck(String account, long before, String previousHash) {
        this.hasher = new EntryHasher(account);
        this.before = before;
        this.head = previousHash;
    }

    /** The next entry, in the order of the chain. After a broken one the rest is counted only. */
    public void next(ChainEntry entry) {
        entries++;
        if (firstBroken.isPresent()) {
            return;
        }
        boolean follows = entry.sequence().equals(Long.toString(before + entries))
                && entry.hash().equals(hasher.hash(head, entry));
        if (follows) {
            head = entry.hash();
        } else {
            firstBroken = Optional.of(entry.sequence());
        }
    }

    /** How many entries there were. */
    public long entries() {
        return entries;
    }

    /** The sequence of the last entry, as far as they follow. */
    public long last() {
        return before + entries;
    }

    /** Hash of the last entry that follows; what the first one must follow when there is none. */
    public String head() {
        return head;
    }

    /** The sequence, as the entry has it, of the first entry that was changed, added, or comes after a gap. */
    public Optional<String> firstBroken() {
        return firstBroken;
    }
}
