package com.klinity.audit;

import com.klinity.audit.verification.ChainCheck;
import com.klinity.audit.verification.ChainEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the check of an account's chain found.
 *
 * @param entries     how many entries there are
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

    static Integrity of(ChainCheck check, Head head) {
        String broken = check.firstBroken().orElse(null);
        if (broken != null) {
            return new Integrity(check.entries(), check.head(), false, new Broken(Long.parseLong(broken)));
        }
        if (!check.head().equals(head.hash()) || check.entries() != head.sequence()) {
            return new Integrity(check.entries(), check.head(), false, new Broken(check.entries() + 1));
        }
        return new Integrity(check.entries(), check.head(), true, null);
    }

    /** The end of the chain as the log itself keeps it. */
    record Head(long sequence, String hash) {

        static final Head NONE = new Head(0, ChainEntry.GENESIS);
    }
}
