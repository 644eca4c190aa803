package com.klinity.audit.verification;

import java.util.Optional;

/** Walks a chain, or a part of it, and finds the first entry that does not follow. Used by one thread. */
public final class ChainCheck {

    private final EntryHasher hasher;
    private long sequence;
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
     * @param sequence     of that entry; 0 for the whole chain
     * @param previousHash its hash
     */
    public ChainCheck(String account, long sequence, String previousHash) {
        this.hasher = new EntryHasher(account);
        this.sequence = sequence;
        this.head = previousHash;
    }

    /** The next entry, in the order of the chain. After a broken one the rest is counted only. */
    public void next(ChainEntry entry) {
        entries++;
        if (firstBroken.isPresent()) {
            return;
        }
        boolean follows = entry.sequence().equals(Long.toString(sequence + 1))
                && entry.hash().equals(hasher.hash(head, entry));
        if (follows) {
            sequence++;
            head = entry.hash();
        } else {
            firstBroken = Optional.of(entry.sequence());
        }
    }

    /** How many entries there were. */
    public long entries() {
        return entries;
    }

    /** The sequence of the last entry that follows; what was there before the first when none does. */
    public long sequence() {
        return sequence;
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
