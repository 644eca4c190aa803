package com.klinity.platform.spi;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The oldest part of the audit log's chains, on its way out of the database: six years are kept (45 CFR
 * §164.316(b)(2)(i)), and what is older may leave once a file has it. For one thread; every method blocks for the
 * database.
 */
public interface AuditRetention {

    /**
     * The oldest entries of one chain, up to one that a witnessed checkpoint names.
     *
     * @param account    whose chain
     * @param after      sequence of the entry before the first; 0 when there is none
     * @param afterHash  its hash, 64 lower-case hexadecimal digits; zeros when there is none
     * @param last       sequence of the last entry
     * @param lastHash   its hash, as the checkpoint names it
     * @param checkpoint number of the newest witnessed checkpoint that names the last entry
     * @param position   of the account's line in it, from 0
     */
    record Segment(
            UUID account, long after, String afterHash, long last, String lastHash, long checkpoint, int position) {

        /** Sequence of the first entry. */
        public long first() {
            return after + 1;
        }
    }

    /** What the database answers to a retirement. */
    enum Outcome {
        /** The entries have left, and the chain says so at its end. */
        DONE,
        /** They had left before. */
        GONE,
        /** No witnessed checkpoint names the last of them. */
        UNWITNESSED,
        /** One of them is not six years old. */
        YOUNG,
        /** The chain is not the one that was witnessed. */
        BROKEN,
        /** The archive's digest is not that of the file that they make. */
        UNLIKE
    }

    /**
     * What may leave: for each chain the longest segment that is wholly older than six years and than the period, by the
     * database's clock.
     *
     * @param olderThan a further bound; what is below six years changes nothing
     * @param most      longest segment wanted, in entries; a longer one comes only where no checkpoint divides it
     * @return ordered by checkpoint
     */
    List<Segment> due(Period olderThan, int most);

    /** Every entry of a segment in turn, with constant memory; columns as in the CSV, all text. */
    void read(Segment segment, Consumer<Row> entries);

    /** The signed note of a checkpoint. */
    String note(long checkpoint);

    /** The leaves of a checkpoint's tree, in hexadecimal (RFC 9162 §2.1.1). */
    List<String> leaves(long checkpoint);

    /**
     * Takes a segment out of the log. Its entries must be on a disk by then.
     *
     * @param archive SHA-256 of the file that holds them, in hexadecimal
     */
    Outcome retire(UUID account, long last, String archive);
}
