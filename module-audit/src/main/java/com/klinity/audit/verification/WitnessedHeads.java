package com.klinity.audit.verification;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.verification.CheckpointDocument.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;

/**
 * What a witness says of each chain: the last head that it was told. Reads checkpoints from the last one back to one that
 * covers all chains, and checks that each is signed and follows the one before.
 */
public final class WitnessedHeads {

    private final LongFunction<Optional<CheckpointDocument>> signed;
    private final Map<UUID, Witnessed> heads = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long last;
    private String lastTaken = "";

    private WitnessedHeads(LongFunction<Optional<CheckpointDocument>> signed) {
        this.signed = signed;
    }

    /** Where nobody witnesses. */
    public static WitnessedHeads none() {
        return new WitnessedHeads(number -> Optional.empty());
    }

    /**
     * A head and the checkpoint that has it.
     *
     * @param checkpoint its number
     * @param head       the end of a chain at that time
     */
    public record Witnessed(long checkpoint, Head head) {}

    /**
     * Asks a witness.
     *
     * @throws com.klinity.audit.spi.WitnessFailure when it cannot be asked
     */
    public static WitnessedHeads read(AuditWitness witness, VerificationKeys keys) {
        WitnessedHeads heads = new WitnessedHeads(number -> signed(witness, keys, number));
        heads.readBack(witness.last().orElse(0));
        return heads;
    }

    private void readBack(long newest) {
        last = newest;
        String wanted = "";
        boolean complete = last == 0;
        for (long number = last; !complete; number--) {
            Optional<CheckpointDocument> found = number == 0 ? Optional.empty() : signed.apply(number);
            if (found.isEmpty()) {
                faults.add("checkpoint " + number + " is missing at the witness, or is not one that the server signed");
                return;
            }
            CheckpointNote note = found.get().note();
            if (!wanted.isEmpty() && !wanted.equals(note.digest())) {
                faults.add("checkpoint " + number + " is not the one that checkpoint " + (number + 1) + " follows");
            }
            take(found.get());
            wanted = note.previous();
            complete = note.complete();
        }
    }

    private void take(CheckpointDocument document) {
        long number = document.note().number();
        if (number == last) {
            lastTaken = document.note().taken();
        }
        document.heads().forEach(head -> heads.putIfAbsent(head.account(), new Witnessed(number, head)));
    }

    private static Optional<CheckpointDocument> signed(AuditWitness witness, VerificationKeys keys, long number) {
        return witness.read(number)
                .flatMap(CheckpointDocument::of)
                .filter(document -> document.note().number() == number && document.signedBy(keys));
    }

    /** The last head that the witness was told of a chain. */
    public Optional<Witnessed> of(UUID account) {
        return Optional.ofNullable(heads.get(account));
    }

    /** The chains that the witness was told of. */
    public Set<UUID> accounts() {
        return Set.copyOf(heads.keySet());
    }

    /** Number of the last checkpoint; 0 when there is none. */
    public long last() {
        return last;
    }

    /** When the last one was taken, as text of the log's form; empty when there is none. */
    public String lastTaken() {
        return lastTaken;
    }

    /** What is wrong with the checkpoints themselves, one sentence each. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /**
     * The last sequence of a chain that the witness saw as it is now, before a head that it saw otherwise. Reads back as
     * far as it must.
     *
     * @param same whether the chain's entry at that sequence has that hash now
     */
    public OptionalLong lastCommon(Witnessed changed, BiPredicate<Long, String> same) {
        for (long number = changed.checkpoint() - 1; number > 0; number--) {
            Optional<CheckpointDocument> found = signed.apply(number);
            if (found.isEmpty()) {
                return OptionalLong.empty();
            }
            Optional<Head> common = found.get().heads().stream()
                    .filter(head -> head.account().equals(changed.head().account()))
                    .filter(head -> same.test(head.sequence(), head.hash()))
                    .findFirst();
            if (common.isPresent()) {
                return OptionalLong.of(common.get().sequence());
            }
        }
        return OptionalLong.empty();
    }
}
