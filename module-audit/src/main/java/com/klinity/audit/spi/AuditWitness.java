package com.klinity.audit.spi;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps checkpoints of the audit log where whoever can write to the database cannot change them (45 CFR
 * §164.312(c)(1)). A checkpoint is a short text that holds ids and hashes, no account's content.
 *
 * <p>Safe for many threads; every method may block for seconds.
 */
public interface AuditWitness extends AutoCloseable {

    /** The most bytes that a checkpoint has: 64 MiB. */
    int MOST_BYTES = 64 << 20;

    /**
     * Keeps a checkpoint for good. On the return it is durable. The same bytes again change nothing.
     *
     * @param number   its place, from 1
     * @param document its bytes, at most {@link #MOST_BYTES}
     * @throws WitnessFailure {@code CONFLICT} when other bytes are kept under that number, and they stay
     * @throws IllegalArgumentException when the number is below 1
     */
    void keep(long number, byte[] document);

    /**
     * The number of the last checkpoint kept here; empty when there is none.
     *
     * @throws WitnessFailure when the witness cannot be asked
     */
    OptionalLong last();

    /**
     * A checkpoint as it was kept; empty when there is none with that number.
     *
     * @throws WitnessFailure when the witness cannot be asked
     */
    Optional<byte[]> read(long number);

    /** Releases what the opening acquired. Must not throw. */
    @Override
    void close();
}
