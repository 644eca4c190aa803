package com.klinity.audit;

import com.klinity.audit.verification.ChainCheck;
import org.jspecify.annotations.Nullable;

/**
 * What the check of an account's chain found.
 *
 * @param entries     how many entries the database has; older ones may be in an archive
 * @param head        hash of the last entry that follows
 * @param verified    whether every entry follows and none is missing at the end
 * @param firstBroken where the chain breaks first; absent when it does not
 */
record Integrity(
        long entries,
        String head,
        boolean verified,
        @Nullable Broken firstBroken) {

    /**
     * A break.
     *
     * @param sequence of the first entry that does not follow, or that is missing
     */
    record Broken(long sequence) {}

    /** Of what follows the entry with that sequence, 0 for the whole chain. */
    static Integrity of(ChainCheck check, long base, Head head) {
        String broken = check.firstBroken().orElse(null);
        if (broken != null) {
            return new Integrity(check.entries(), check.head(), false, new Broken(Long.parseLong(broken)));
        }
        long last = base + check.entries();
        if (!check.head().equals(head.hash()) || last != head.sequence()) {
            return missing(check, last + 1);
        }
        return new Integrity(check.entries(), check.head(), true, null);
    }

    static Integrity missing(ChainCheck check, long sequence) {
        return new Integrity(check.entries(), check.head(), false, new Broken(sequence));
    }

    /** The end of the chain as the log itself keeps it. */
    record Head(long sequence, String hash) {}
}
