package com.klinity.audit.archive;

import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.spi.AuditRetention;
import com.klinity.platform.spi.AuditRetention.Segment;
import java.util.List;

/** Proves heads by the checkpoints in the database. For one thread. */
final class HeadProofs {

    private final AuditRetention log;
    private final VerificationKeys keys;

    /** Segments come by checkpoint, and many share one. */
    private long number;

    private List<String> leaves = List.of();

    HeadProofs(AuditRetention log, VerificationKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    CheckpointProof of(Segment segment) {
        if (number != segment.checkpoint()) {
            leaves = log.leaves(segment.checkpoint());
            number = segment.checkpoint();
        }
        String[] note = log.note(segment.checkpoint()).split("\n\n", -1);
        String text = note[0] + "\n";
        String signature = note[note.length - 1].strip();
        return new CheckpointProof(
                text,
                signature,
                signer(keys, text, signature).base64(),
                segment.last(),
                segment.lastHash(),
                segment.position(),
                leaves.size(),
                MerkleTree.ofLeaves(leaves).proof(segment.position()));
    }

    /** Refuses a manifest whose checkpoint does not prove the last entry. */
    static void check(Manifest manifest, VerificationKeys keys) {
        CheckpointProof checkpoint = manifest.checkpoint();
        if (checkpoint == null
                || checkpoint.sequence() != manifest.last()
                || !checkpoint.hash().equals(manifest.lastHash())
                || !checkpoint.proves(manifest.account())) {
            throw new SegmentRefused("the checkpoint does not prove the last entry");
        }
        signer(keys, checkpoint.signedText(), checkpoint.signature());
    }

    private static VerificationKey signer(VerificationKeys keys, String text, String signature) {
        return keys.signer(text, signature)
                .orElseThrow(() -> new SegmentRefused("no key in klinity.audit.signing-key signed the checkpoint; add"
                        + " the public key of that time to the file"));
    }
}
