package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Makes manifests of parts of the log.
 *
 * @param keys that may have signed checkpoints; empty where nobody witnesses
 */
record Manifests(VerificationKeys keys) {

    private static final String CHECKPOINT = """
        select h.checkpoint, h.position, h.sequence, encode(h.hash, 'hex') as hash, c.heads, c.note
        from audit.checkpoint_heads h join audit.checkpoints c on c.number = h.checkpoint
        where c.witnessed_at is not null and h.sequence between :first and :last
        order by h.checkpoint desc limit 1
        """;

    private static final String LEAVES = """
        select encode(leaf, 'hex') as leaf
        from unnest(audit.checkpoint_leaves(:checkpoint)) with ordinality as tree (leaf, position) order by position
        """;

    Manifest of(Scope scope, Segment part) {
        Manifest manifest = withoutCheckpoint(scope, part);
        return scope.sql(CHECKPOINT)
                .set("first", part.first())
                .set("last", part.last())
                .first(Witnessed::of)
                .flatMap(witnessed -> proof(scope, witnessed))
                .map(manifest::with)
                .orElse(manifest);
    }

    /** The account's head in a checkpoint that is with the witness. */
    private record Witnessed(
            long checkpoint, int position, long sequence, String hash, int heads, String text, String signature) {

        static Witnessed of(Row row) {
            String[] note = row.text("note").split("\n\n", 2);
            return new Witnessed(
                    row.number("checkpoint"),
                    (int) row.number("position"),
                    row.number("sequence"),
                    row.text("hash"),
                    (int) row.number("heads"),
                    note[0] + "\n",
                    note[1].strip());
        }
    }

    /** Empty when no key of ours signed it: then it proves nothing. */
    private Optional<CheckpointProof> proof(Scope scope, Witnessed witnessed) {
        return keys.signer(witnessed.text(), witnessed.signature())
                .map(key -> new CheckpointProof(
                        witnessed.text(),
                        witnessed.signature(),
                        key.base64(),
                        witnessed.sequence(),
                        witnessed.hash(),
                        witnessed.position(),
                        witnessed.heads(),
                        MerkleTree.ofLeaves(leaves(scope, witnessed)).proof(witnessed.position())));
    }

    private static List<String> leaves(Scope scope, Witnessed witnessed) {
        return scope.sql(LEAVES).set("checkpoint", witnessed.checkpoint()).list(row -> row.text("leaf"));
    }

    private static Manifest withoutCheckpoint(Scope scope, Segment part) {
        String previous = part.first() == 1 ? ChainEntry.GENESIS : hash(scope, part.first() - 1);
        if (part.isEmpty()) {
            return Manifest.of(scope.account(), part.first(), part.last(), previous, null, previous);
        }
        return Manifest.of(
                scope.account(),
                part.first(),
                part.last(),
                previous,
                hash(scope, part.first()),
                hash(scope, part.last()));
    }

    private static String hash(Scope scope, long sequence) {
        return EntryTable.hash(scope, sequence)
                .orElseThrow(() -> Refusal.conflict(
                        "broken-log", "Entry " + sequence + " is missing; see GET /v1/audit/integrity."));
    }
}
