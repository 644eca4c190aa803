package com.klinity.audit.verification;

import java.util.Optional;

/** Walks a chain, or the rest of one, and finds the first entry that does not follow. Used by one thread. */
public final class ChainCheck {

    private final String account;
    private long sequence;
    private String head;
    private long entries;
    private Optional<String> firstBroken = Optional.empty();

    /** From the first entry on. */
    public ChainCheck(String account) {
        this(account, 0, ChainEntry.GENESIS);
    }

    /**
     * From the entry after a given one on.
     *
     * @param account  its id in lower case
     * @param sequence of the entry before; 0 when there is none
     * @param hash     of the entry before; {@link ChainEntry#GENESIS} when there is none
     */
    public ChainCheck(String account, long sequence, String hash) {
        this.account = account;
        this.sequence = sequence;
        this.head = hash;
    }

    /** The next entry, in the order of the chain. After a broken one the rest is counted only. */
    public void next(ChainEntry entry) {
        entries++;
        if (firstBroken.isPresent()) {
            return;
        }
        boolean follows = entry.sequence().equals(Long.toString(sequence + 1))
                && entry.hash().equals(entry.expectedHash(account, head));
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

    /** Sequence of the last entry that follows, or of the one before the first. */
    public long sequence() {
        return sequence;
    }

    /** Hash of the last entry that follows, or of the one before the first. */
    public String head() {
        return head;
    }

    /** The sequence, as the entry has it, of the first entry that was changed, added, or comes after a gap. */
    public Optional<String> firstBroken() {
        return firstBroken;
    }
}
