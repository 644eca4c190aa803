package com.klinity.distribution;

import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Tells of a file that holds what its manifest's checkpoint says, and by whose word. */
final class ProvenHead {

    private ProvenHead() {}

    /**
     * The command's exit code.
     *
     * @param trusted file with the public keys; without it the manifest's own counts, which is worth less
     */
    static int tell(PrintWriter out, Report report, CheckpointProof proof, Optional<Path> trusted) {
        VerificationKeys keys = trusted.map(path -> new SigningKeyFile(path, true).publicKeys())
                .orElseGet(() -> VerificationKeys.of(VerificationKey.ofBase64(proof.publicKey())));
        if (!proof.signedBy(keys)) {
            return AuditCommand.tell(
                    out,
                    new Report(
                            report.entries(),
                            report.head(),
                            Optional.of("the manifest's checkpoint is not signed with that key")));
        }
        CheckpointNote note = proof.note().orElseThrow();
        out.println("witnessed entry " + proof.sequence() + ", by checkpoint " + note.number() + " of " + note.taken());
        out.println(
                "key       " + (trusted.isPresent() ? "yours" : "the manifest's; compare it: " + proof.publicKey()));
        return AuditCommand.tell(out, report);
    }
}
