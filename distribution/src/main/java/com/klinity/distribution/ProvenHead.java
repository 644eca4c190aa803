package com.klinity.distribution;

import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import java.io.PrintWriter;
import java.util.Optional;

/** Tells of a file that holds what its manifest's checkpoint says, and by whose word. */
final class ProvenHead {

    private ProvenHead() {}

    /**
     * The command's exit code.
     *
     * @param trusted keys that count; without them the manifest's own does, which is worth less
     */
    static int tell(PrintWriter out, Report report, CheckpointProof proof, Optional<VerificationKeys> trusted) {
        VerificationKey own = VerificationKey.ofBase64(proof.publicKey());
        if (!proof.signedBy(trusted.orElseGet(() -> VerificationKeys.of(own)))) {
            return AuditCommand.tell(
                    out,
                    new Report(
                            report.entries(),
                            report.head(),
                            Optional.of("the manifest's checkpoint is not signed with that key")));
        }
        CheckpointNote note = proof.note().orElseThrow();
        out.println("witnessed entry " + proof.sequence() + ", by checkpoint " + note.number() + " of " + note.taken());
        out.println("key       " + (trusted.isPresent() ? "yours" : "the manifest's; compare it: " + own.base64()));
        return AuditCommand.tell(out, report);
    }
}
