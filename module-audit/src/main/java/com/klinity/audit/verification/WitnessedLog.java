package com.klinity.audit.verification;

import com.klinity.audit.spi.AuditWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;

/**
 * What a witness keeps, read from its last checkpoint back. Each must be signed, and be the one that the next follows.
 * Used by one thread; reads with several.
 */
public final class WitnessedLog {

    /** A store far away answers in milliseconds, and there are a hundred thousand checkpoints in a year. */
    private static final int AT_ONCE = 8;

    private final LongFunction<Kept> witness;
    private final long last;
    private final List<String> faults = new ArrayList<>();
    private Optional<CheckpointNote> newest = Optional.empty();
    private Optional<CheckpointNote> above = Optional.empty();
    private long first;
    private long lost;

    private WitnessedLog(LongFunction<Kept> witness, long last) {
        this.witness = witness;
        this.last = last;
        this.first = last;
    }

    /** What is kept under a number, and the document that it is if it is one that the server signed. */
    private record Kept(long number, boolean there, Optional<CheckpointDocument> document) {

        static Kept at(AuditWitness witness, VerificationKeys keys, long number) {
            Optional<byte[]> bytes = witness.read(number);
            return new Kept(
                    number,
                    bytes.isPresent(),
                    bytes.flatMap(CheckpointDocument::of)
                            .filter(document -> document.note().number() == number && document.signedBy(keys)));
        }
    }

    /**
     * Asks a witness how far it has come: what the database answers from now on must hold all of that.
     *
     * @throws com.klinity.audit.spi.WitnessFailure when it cannot be asked
     */
    public static WitnessedLog of(AuditWitness witness, VerificationKeys keys) {
        return new WitnessedLog(
                number -> Kept.at(witness, keys, number), witness.last().orElse(0));
    }

    /**
     * Reads, the newest first, back to the first one of all; or, where that is enough, to the newest that has the heads of
     * all chains and is not after a number. Called once.
     *
     * @param enough a number; 1 for everything
     * @throws com.klinity.audit.spi.WitnessFailure when it cannot be asked
     */
    public void readBack(long enough, Consumer<CheckpointDocument> consumer) {
        boolean whole = LongStream.iterate(last, number -> number > 0, number -> number - 1)
                .boxed()
                .gather(Gatherers.mapConcurrent(AT_ONCE, witness::apply))
                .allMatch(kept -> take(kept, enough, consumer));
        if (whole) {
            tellLost(1);
        }
    }

    /** Whether to go on. */
    private boolean take(Kept kept, long enough, Consumer<CheckpointDocument> consumer) {
        if (!kept.there() && above.map(CheckpointNote::complete).orElse(false)) {
            return false; // the witness had another place before
        }
        if (kept.document().isEmpty()) {
            lost = Math.max(lost, kept.number());
            above = Optional.empty();
            return true;
        }
        tellLost(kept.number() + 1);
        CheckpointNote note = kept.document().get().note();
        follows(note);
        consumer.accept(kept.document().get());
        return !(note.complete() && note.number() <= enough);
    }

    private void follows(CheckpointNote note) {
        if (above.isPresent() && !above.get().previous().equals(note.digest())) {
            faults.add("checkpoint " + note.number() + " is not the one that checkpoint " + (note.number() + 1)
                    + " follows");
        }
        newest = newest.or(() -> Optional.of(note));
        above = Optional.of(note);
        first = note.number();
    }

    private void tellLost(long from) {
        if (lost == from) {
            faults.add("checkpoint " + from + " is missing at the witness, or is not one that the server signed");
        } else if (lost > from) {
            faults.add("checkpoints " + from + " to " + lost
                    + " are missing at the witness, or are not what the server signed");
        }
        lost = 0;
    }

    /** Number of the last checkpoint; 0 when there is none. */
    public long last() {
        return last;
    }

    /** Number of the oldest checkpoint that was read. */
    public long first() {
        return first;
    }

    /** When the newest that was read was taken, as text of the log's form; empty when there is none. */
    public String taken() {
        return newest.map(CheckpointNote::taken).orElse("");
    }

    /** What is wrong with the checkpoints themselves, one sentence each. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
