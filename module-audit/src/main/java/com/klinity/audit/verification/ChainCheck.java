package com.klinity.audit.verification;

import java.util.Optional;

/** Walks a chain from its first entry and finds the first one that does not follow. Used by one thread. */
public final class ChainCheck {

    private final String account;
    private String head = ChainEntry.GENESIS;
    private long entries;
    private Optional<String> firstBroken = Optional.empty();

    /** Of that account, whose id is in lower case. */
    public ChainCheck(String account) {
        this.account = account;
    }

    /** The next entry, in the order of the chain. After a broken one the rest is counted only. */
    public void next(ChainEntry entry) {
        entries++;
        if (firstBroken.isPresent()) {
            return;
        }
        boolean follows = entry.sequence().equals(Long.toString(entries))
                && entry.hash().equals(entry.expectedHash(account, head));
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

    /** Hash of the last entry that follows; {@link ChainEntry#GENESIS} when there is none. */
    public String head() {
        return head;
    }

    /** The sequence, as the entry has it, of the first entry that was changed, added, or comes after a gap. */
    public Optional<String> firstBroken() {
        return firstBroken;
    }
}
