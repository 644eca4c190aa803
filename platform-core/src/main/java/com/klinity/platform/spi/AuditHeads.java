package com.klinity.platform.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ends of the audit log's chains, and the checkpoints that are taken of them for a witness outside the database (45
 * CFR §164.312(c)(1)). For the audit feature alone. Safe for many threads; every method blocks for the database.
 */
public interface AuditHeads {

    /**
     * The end of one chain.
     *
     * @param account  whose chain
     * @param sequence of its last entry, at least 1
     * @param hash     of its last entry, 64 lower-case hexadecimal digits
     */
    record Head(UUID account, long sequence, String hash) {

        /** The head as a checkpoint has it: account, sequence and hash, with one space between. */
        public String line() {
            return account + " " + sequence + " " + hash;
        }
    }

    /**
     * How far checkpoints have come.
     *
     * @param taken      number of the last one; 0 before the first
     * @param witnessed  number of the last one that is with the witness; 0 before the first
     * @param completeAt when the last one was taken that has the heads of all chains
     */
    record Progress(long taken, long witnessed, Optional<Instant> completeAt) {}

    /**
     * A checkpoint as the database keeps it.
     *
     * @param number its place, from 1
     * @param note   its signed part
     * @param heads  ordered by account
     */
    record Checkpoint(long number, String note, List<Head> heads) {

        /** Copies the list. */
        public Checkpoint {
            heads = List.copyOf(heads);
        }
    }

    /**
     * What a signature makes of heads.
     *
     * @param takenAt when
     * @param root    of the tree of heads, in hexadecimal
     * @param digest  what the next checkpoint names as the one before it, in hexadecimal
     * @param note    the signed part
     */
    record Seal(Instant takenAt, String root, String digest, String note) {}

    /** Makes a checkpoint of heads. */
    @FunctionalInterface
    interface Sealing {

        /**
         * Signs.
         *
         * @param number   its place, from 1
         * @param previous digest of the one before; 64 zeros for the first
         * @param complete whether the heads of all chains are there
         * @param heads    ordered by account, at least one
         */
        Seal seal(long number, String previous, boolean complete, List<Head> heads);
    }

    /** What came of taking a checkpoint. */
    sealed interface Taking {

        /**
         * It is there, and waits for the witness.
         *
         * @param checkpoint which
         */
        record Taken(Checkpoint checkpoint) implements Taking {}

        /** There was nothing to take: the witness has been given every head as it is. */
        record Unchanged() implements Taking {}

        /** None was taken: another server is at it, or one waits for the witness. */
        record NotNow() implements Taking {}
    }

    /** How far checkpoints have come. */
    Progress progress();

    /**
     * Takes a checkpoint of the heads that changed since the last one.
     *
     * @param complete whether the heads of all chains are taken
     */
    Taking take(boolean complete, Sealing sealing);

    /** The checkpoint that is not yet with the witness; there is at most one. */
    Optional<Checkpoint> unwitnessed();

    /** One checkpoint, by its number. */
    Optional<Checkpoint> find(long number);

    /** Notes that a checkpoint is with the witness. */
    void witnessed(long number);
}
