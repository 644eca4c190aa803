package com.klinity.audit.verification;

import com.klinity.audit.verification.CheckpointDocument.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks all chains of a database against themselves, against the heads beside them, and against what a witness saw.
 * Entries come by account and in the order of their chains. Memory grows with accounts, not with entries. Used by one
 * thread.
 */
public final class LogCheck {

    private final Map<UUID, Head> bases = new HashMap<>();
    private final Map<UUID, Head> heads = new HashMap<>();
    private final WitnessedHeads witness;
    private final String youngest;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<UUID> begun = new HashSet<>();
    private Optional<Chain> current = Optional.empty();
    private long entries;

    /**
     * Ready for the first entry.
     *
     * @param bases    the last archived entry of each chain that has lost its oldest
     * @param heads    the ends of chains as the database keeps them
     * @param witness  all that was witnessed; nothing where nobody does
     * @param youngest no entry of this time or later may have been archived; as text of the log's form
     */
    public LogCheck(List<Head> bases, List<Head> heads, WitnessedHeads witness, String youngest) {
        bases.forEach(base -> this.bases.put(base.account(), base));
        heads.forEach(head -> this.heads.put(head.account(), head));
        this.witness = witness;
        this.youngest = youngest;
    }

    /**
     * The first thing that is wrong with a chain.
     *
     * @param account whose chain
     * @param what    in words; names the first bad entry
     */
    public record Finding(UUID account, String what) {}

    /** A chain that is being walked. */
    private static final class Chain {

        private final UUID account;
        private final long base;
        private final ChainCheck check;
        private long retired;

        private Chain(UUID account, Head base) {
            this.account = account;
            this.base = base.sequence();
            this.check = new ChainCheck(account.toString(), base.sequence(), base.hash());
        }
    }

    /** The next entry. */
    public void next(UUID account, ChainEntry entry) {
        entries++;
        Chain chain = current.filter(open -> open.account.equals(account)).orElseGet(() -> begin(account));
        chain.check.next(entry);
        RetirementRecord.of(entry).ifPresent(record -> chain.retired = record.last());
    }

    private Chain begin(UUID account) {
        current.ifPresent(this::end);
        Head base = bases.getOrDefault(account, new Head(account, 0, ChainEntry.GENESIS));
        Chain chain = new Chain(account, base);
        begun.add(account);
        current = Optional.of(chain);
        return chain;
    }

    private void end(Chain chain) {
        fault(chain).ifPresent(what -> findings.add(new Finding(chain.account, what)));
    }

    private Optional<String> fault(Chain chain) {
        ChainCheck check = chain.check;
        if (check.firstBroken().isPresent()) {
            return Optional.of("entry " + check.firstBroken().get() + " does not follow entry " + check.sequence());
        }
        return witness.of(chain.account)
                .flatMap(seen -> witnessedFault(chain, seen))
                .or(() -> headFault(chain.account, check))
                .or(() -> baseFault(chain));
    }

    private Optional<String> witnessedFault(Chain chain, WitnessedChain seen) {
        if (chain.base > seen.last().sequence()) {
            return Optional.of(ChainFault.unseenBase(chain.base, seen.last().sequence()));
        }
        return seen.other()
                .map(other -> other.sequence() > chain.check.sequence()
                        ? ChainFault.missing(chain.check.sequence() + 1, other)
                        : ChainFault.writtenAnew(seen.common() + 1, other))
                .or(() -> seen.beforeBase()
                        .filter(before -> before.taken().compareTo(youngest) >= 0)
                        .map(before -> ChainFault.tooEarly(chain.base, before)));
    }

    /** The oldest entries leave once they are witnessed, with a record of it at the chain's end. */
    private Optional<String> baseFault(Chain chain) {
        if (chain.base != chain.retired) {
            return Optional.of(ChainFault.unsaidBase(chain.base, chain.retired));
        }
        boolean unseen = chain.base > 0
                && !witness.isEmpty()
                && witness.of(chain.account).isEmpty();
        return unseen ? Optional.of(ChainFault.unseenBase(chain.base, 0)) : Optional.empty();
    }

    private Optional<String> headFault(UUID account, ChainCheck check) {
        Head kept = heads.getOrDefault(account, new Head(account, 0, ChainEntry.GENESIS));
        if (kept.sequence() > check.sequence()) {
            return Optional.of(
                    "entry " + (check.sequence() + 1) + " is missing; the log's own head is at " + kept.sequence());
        }
        return kept.sequence() == check.sequence() && kept.hash().equals(check.head())
                ? Optional.empty()
                : Optional.of("entry " + check.sequence() + " is not the one that the log's own head names");
    }

    /** Ends the check: what is wrong, the first of each chain. */
    public List<Finding> findings() {
        current.ifPresent(this::end);
        current = Optional.empty();
        witness.accounts().forEach(this::begunOrGone);
        heads.values().stream().filter(head -> head.sequence() > 0).forEach(head -> begunOrGone(head.account()));
        return List.copyOf(findings);
    }

    /** A chain of which not one entry was there. */
    private void begunOrGone(UUID account) {
        if (!begun.contains(account)) {
            end(begin(account));
            current = Optional.empty();
        }
    }

    /** How many entries there were. */
    public long entries() {
        return entries;
    }

    /** How many chains there were. */
    public long chains() {
        return begun.size();
    }
}
