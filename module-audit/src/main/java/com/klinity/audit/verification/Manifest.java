package com.klinity.audit.verification;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about a part of a log, so that the part can be checked without what comes before it.
 *
 * @param account      whose log it is
 * @param first        sequence of the part's first entry, from 1
 * @param last         sequence of its last entry; one less than the first when there is none
 * @param entries      how many there are
 * @param previousHash of the entry before the first; {@link ChainEntry#GENESIS} when there is none
 * @param firstHash    of the first entry; absent when there is none
 * @param lastHash     of the last entry; the same as the one before when there is none
 * @param checkpoint   the last one with the witness that has an entry of this part as the account's head; absent when
 *                     there is none
 */
public record Manifest(
        UUID account,
        long first,
        long last,
        long entries,
        String previousHash,
        @Nullable String firstHash,
        String lastHash,
        @Nullable CheckpointProof checkpoint) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is missing: it may come from a file. */
    public Manifest {
        Stream.of(account, previousHash, lastHash).forEach(Objects::requireNonNull);
    }

    /** Of that part of a log. */
    public static Manifest of(
            UUID account, long first, long last, String previousHash, @Nullable String firstHash, String lastHash) {
        return new Manifest(account, first, last, last - first + 1, previousHash, firstHash, lastHash, null);
    }

    /** The same with a checkpoint. */
    public Manifest with(CheckpointProof proof) {
        return new Manifest(account, first, last, entries, previousHash, firstHash, lastHash, proof);
    }

    /** Whether its checkpoint, if it has one, holds an entry of this part as the account's head. */
    boolean isProven() {
        if (checkpoint == null) {
            return true;
        }
        boolean inside = first <= checkpoint.sequence() && checkpoint.sequence() <= last;
        return inside && checkpoint.proves(account);
    }

    /** Whether an entry's hash is another than the checkpoint says. */
    boolean denies(ChainEntry entry) {
        return checkpoint != null
                && entry.sequence().equals(Long.toString(checkpoint.sequence()))
                && !entry.hash().equals(checkpoint.hash());
    }

    /** Whether it can be true of any log. */
    boolean isConsistent() {
        boolean counted = first >= 1 && entries >= 0 && entries == last - first + 1;
        boolean begun = first > 1 || previousHash.equals(ChainEntry.GENESIS);
        boolean ended = entries == 0 ? firstHash == null && lastHash.equals(previousHash) : isHash(firstHash);
        boolean single = entries != 1 || lastHash.equals(firstHash);
        return counted && begun && ended && single && isHash(previousHash) && isHash(lastHash);
    }

    private static boolean isHash(@Nullable String text) {
        return text != null && HASH.matcher(text).matches();
    }
}
