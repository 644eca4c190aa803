package com.klinity.audit.verification;

import com.klinity.audit.verification.CheckpointDocument.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Holds every head that a witness was ever told to the chains as they are now. The last ones alone would not do: once a
 * chain that was written anew has grown, its new head is witnessed as well. Memory grows with accounts, not with
 * checkpoints. Used by one thread.
 */
public final class WitnessedHeads {

    private static final int PORTION = 1000;

    private final Map<UUID, Long> bases = new HashMap<>();
    private final Function<List<Head>, List<Optional<String>>> hashes;
    private final Map<UUID, WitnessedChain> chains = new HashMap<>();
    private final List<Witnessed> portion = new ArrayList<>();

    /**
     * Before the first one.
     *
     * @param bases  the last archived entry of each chain that has lost its oldest
     * @param hashes tells for each head the hash of the entry, archived last ones included, that has its sequence now
     */
    public WitnessedHeads(List<Head> bases, Function<List<Head>, List<Optional<String>>> hashes) {
        bases.forEach(base -> this.bases.put(base.account(), base.sequence()));
        this.hashes = hashes;
    }

    /** Takes the heads of a checkpoint. The newest comes first. */
    public void add(CheckpointDocument document) {
        CheckpointNote note = document.note();
        for (Head head : document.heads()) {
            portion.add(new Witnessed(note.number(), note.taken(), head));
            if (portion.size() == PORTION) {
                compare();
            }
        }
    }

    private void compare() {
        if (portion.isEmpty()) {
            return;
        }
        List<Optional<String>> now =
                hashes.apply(portion.stream().map(Witnessed::head).toList());
        for (int i = 0; i < portion.size(); i++) {
            Witnessed seen = portion.get(i);
            UUID account = seen.head().account();
            chains.computeIfAbsent(account, id -> new WitnessedChain(bases.getOrDefault(id, 0L), seen))
                    .compare(seen, now.get(i));
        }
        portion.clear();
    }

    /** What was seen of a chain; empty when the witness was never told of it. */
    Optional<WitnessedChain> of(UUID account) {
        compare();
        return Optional.ofNullable(chains.get(account));
    }

    /** Whether the witness was told of nothing, or nobody witnesses. */
    boolean isEmpty() {
        compare();
        return chains.isEmpty();
    }

    /** The chains that the witness was told of. */
    Set<UUID> accounts() {
        compare();
        return Set.copyOf(chains.keySet());
    }

    /** The head with the highest sequence that the witness was told of a chain. */
    public Optional<Head> last(UUID account) {
        return of(account).map(chain -> chain.last().head());
    }
}
