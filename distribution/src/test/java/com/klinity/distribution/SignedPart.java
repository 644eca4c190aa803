package com.klinity.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * An export of one entry with the manifest that proves it, made here rather than by a server.
 *
 * @param csv       the file
 * @param manifest  its text
 * @param publicKey of the signer, in base64
 */
record SignedPart(String csv, String manifest, String publicKey) {

    static final String ACCOUNT = "0192f0c0-0000-7000-8000-00000000000a";

    private static final List<String> FIELDS =
            List.of("1", "2026-01-31T09:30:00.000001Z", ACCOUNT, "::1", "read", "Patient", "", "success", "r", "");

    static SignedPart make() {
        try {
            return signedBy(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n";
    }

    private static SignedPart signedBy(KeyPair pair) throws GeneralSecurityException {
        VerificationKey key = new VerificationKey(pair.getPublic());
        String hash = new ChainEntry(FIELDS, "").expectedHash(ACCOUNT, ChainEntry.GENESIS);
        MerkleTree tree = MerkleTree.of(List.of(ACCOUNT + " 1 " + hash, "another account"));
        String text =
                new CheckpointNote(17, "2026-03-01T09:10:00.000000Z", "cd".repeat(32), 2, true, tree.root()).text();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        CheckpointProof proof =
                new CheckpointProof(text, key.line(signature.sign()), key.base64(), 1, hash, 0, 2, tree.proof(0));
        Manifest manifest = Manifest.of(UUID.fromString(ACCOUNT), 1, 1, ChainEntry.GENESIS, hash, hash)
                .with(proof);
        return new SignedPart(
                AuditCsv.HEADER + AuditCsv.LINE_BREAK + AuditCsv.line(new ChainEntry(FIELDS, hash)),
                JsonMapper.shared().writeValueAsString(manifest),
                key.base64());
    }
}
