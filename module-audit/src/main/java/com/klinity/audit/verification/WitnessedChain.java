package com.klinity.audit.verification;

import java.util.Optional;

/** What a witness saw of one chain, held to what the database has of it now. Used by one thread. */
final class WitnessedChain {

    private final long base;
    private Witnessed last;
    private long common;
    private Optional<Witnessed> other = Optional.empty();
    private Optional<Witnessed> before = Optional.empty();

    /**
     * Of a chain.
     *
     * @param base sequence of its last archived entry
     * @param one  any that was witnessed of it
     */
    WitnessedChain(long base, Witnessed one) {
        this.base = base;
        this.common = base;
        this.last = one;
    }

    /**
     * One more of those that were witnessed; the newest come first.
     *
     * @param hash of the entry that has that sequence now; empty when there is none
     */
    void compare(Witnessed seen, Optional<String> hash) {
        if (seen.sequence() > last.sequence()) {
            last = seen;
        }
        if (seen.sequence() < base) {
            before = before.or(() -> Optional.of(seen));
        } else if (hash.equals(Optional.of(seen.head().hash()))) {
            same(seen);
        } else if (other.isEmpty() || seen.sequence() < other.get().sequence()) {
            other = Optional.of(seen);
            common = common < seen.sequence() ? common : base;
        }
    }

    private void same(Witnessed seen) {
        if (other.isEmpty() || seen.sequence() < other.get().sequence()) {
            common = Math.max(common, seen.sequence());
        }
    }

    /** The one with the highest sequence. */
    Witnessed last() {
        return last;
    }

    /** The one with the lowest sequence whose entry is another now, or is gone. */
    Optional<Witnessed> other() {
        return other;
    }

    /** The highest sequence below {@link #other} up to which nothing has changed. */
    long common() {
        return common;
    }

    /** The newest that ends before what is archived. */
    Optional<Witnessed> beforeBase() {
        return before;
    }
}
