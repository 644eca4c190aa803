package com.klinity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.Chain;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.PythonVerifier;
import com.klinity.audit.verification.PythonVerifier.Outcome;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Both verifiers hold a part of a log to the signed checkpoint in its manifest. */
@Tag("LG-3")
class ProvenPartTest {

    private static final UUID ACCOUNT = UUID.fromString(Chain.ACCOUNT);
    private static final Chain LOG = chain();
    private static final byte[] PART = LOG.csv(4, 8).getBytes(UTF_8);
    private static final KeyPair SIGNER = newKey();
    private static final String NOT_PROVEN = "the manifest's checkpoint proves nothing of this part";
    private static final String TAKEN = "2026-03-01T09:10:00.000000Z";

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        PythonVerifier.assumePython();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void both_verify_a_part_with_its_checkpoint(int heads) throws IOException {
        CheckpointProof proof = proof(6, hash(6), heads);
        assertEquals(Optional.empty(), java(manifest(proof)).firstBroken());
        assertTrue(proof.signedBy(key(SIGNER)));
        Outcome outcome = python(manifest(proof), SIGNER);
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.output().contains("witnessed entry 6, by checkpoint 17 of " + TAKEN), outcome::toString);
        assertTrue(outcome.output().contains("key       yours"), outcome::toString);
    }

    @Test
    void without_a_key_of_ones_own_the_manifests_counts_and_is_shown() throws IOException {
        Manifest manifest = manifest(proof(6, hash(6), 3));
        Outcome outcome = PythonVerifier.run(List.of(csv(), "--manifest", file(manifest)));
        String shown =
                "key       the manifest's; compare it: " + publicKey(SIGNER).base64();
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.output().contains(shown), outcome::toString);
    }

    @Test
    void the_key_before_todays_counts_as_long_as_it_is_in_the_file() throws IOException {
        Outcome outcome = python(manifest(proof(6, hash(6), 3)), newKey(), SIGNER);
        assertEquals(0, outcome.exitCode(), outcome::toString);
    }

    @Test
    void another_signer_is_found() throws IOException {
        CheckpointProof proof = proof(6, hash(6), 3);
        KeyPair other = newKey();
        assertFalse(proof.signedBy(key(other)));
        assertBroken("the manifest's checkpoint is not signed with that key", python(manifest(proof), other));
    }

    @Test
    void a_signed_text_that_was_changed_is_found() throws IOException {
        CheckpointProof signed = proof(6, hash(6), 3);
        CheckpointProof changed = new CheckpointProof(
                signed.signedText().replace("number 17", "number 18"),
                signed.signature(),
                signed.publicKey(),
                6,
                hash(6),
                signed.position(),
                3,
                signed.proof());
        assertFalse(changed.signedBy(key(SIGNER)));
        assertBroken("the manifest's checkpoint is not signed with that key", python(manifest(changed), SIGNER));
    }

    @Test
    void a_log_that_was_written_anew_is_found_at_the_entry_that_was_witnessed() throws IOException {
        assertBothFind(
                "the manifest's checkpoint has another hash for entry 6", manifest(proof(6, "ab".repeat(32), 3)));
    }

    @Test
    void a_head_of_another_account_is_found() throws IOException {
        CheckpointProof proof = proof(6, hash(6), 3);
        Manifest manifest =
                Manifest.of(new UUID(0, 0), 4, 8, hash(3), hash(4), hash(8)).with(proof);
        assertBothFind(NOT_PROVEN, manifest);
    }

    @Test
    void a_checkpoint_of_another_part_is_found() throws IOException {
        assertBothFind(NOT_PROVEN, manifest(proof(9, hash(9), 3)));
    }

    @Test
    void a_proof_that_leads_elsewhere_is_found() throws IOException {
        CheckpointProof right = proof(6, hash(6), 7);
        List<String> swapped = new ArrayList<>(right.proof());
        Collections.swap(swapped, 0, 1);
        assertBothFind(NOT_PROVEN, manifest(with(right, right.position(), 7, swapped)));
        assertBothFind(NOT_PROVEN, manifest(with(right, right.position() + 1, 7, right.proof())));
        assertBothFind(NOT_PROVEN, manifest(with(right, right.position(), 8, right.proof())));
        assertBothFind(NOT_PROVEN, manifest(with(right, -1, 7, right.proof())));
        assertBothFind(NOT_PROVEN, manifest(with(right, right.position(), 7, List.of())));
        assertBothFind(NOT_PROVEN, manifest(with(right, right.position(), 7, List.of("zz"))));
    }

    private static CheckpointProof with(CheckpointProof right, int position, int heads, List<String> proof) {
        return new CheckpointProof(
                right.signedText(), right.signature(), right.publicKey(), 6, hash(6), position, heads, proof);
    }

    private void assertBothFind(String what, Manifest manifest) throws IOException {
        assertEquals(Optional.of(what), java(manifest).firstBroken());
        assertBroken(what, python(manifest, SIGNER));
    }

    private static void assertBroken(String what, Outcome outcome) {
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.output().contains("broken    " + what), outcome::toString);
    }

    private static Report java(Manifest manifest) throws IOException {
        return OfflineVerifier.verify(new ByteArrayInputStream(PART), manifest);
    }

    private Outcome python(Manifest manifest, KeyPair... trusted) throws IOException {
        String pem = Stream.of(trusted).map(ProvenPartTest::pem).collect(Collectors.joining());
        Path key = Files.writeString(folder.resolve("key.pem"), pem);
        return PythonVerifier.run(List.of(csv(), "--manifest", file(manifest), "--key", key.toString()));
    }

    private String csv() throws IOException {
        return Files.write(folder.resolve("audit.csv"), PART).toString();
    }

    private String file(Manifest manifest) throws IOException {
        byte[] json = JsonMapper.shared().writeValueAsBytes(manifest);
        return Files.write(folder.resolve("manifest.json"), json).toString();
    }

    private static Manifest manifest(CheckpointProof proof) {
        return Manifest.of(ACCOUNT, 4, 8, hash(3), hash(4), hash(8)).with(proof);
    }

    /** The account's line stands in the middle of those of others. */
    private static CheckpointProof proof(long sequence, String hash, int heads) {
        int position = heads / 2;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < heads; i++) {
            lines.add(i == position ? ACCOUNT + " " + sequence + " " + hash : "another account " + i);
        }
        MerkleTree tree = MerkleTree.of(lines);
        CheckpointNote note = new CheckpointNote(17, TAKEN, "cd".repeat(32), heads, false, tree.root());
        return new CheckpointProof(
                note.text(),
                sign(note.text()),
                publicKey(SIGNER).base64(),
                sequence,
                hash,
                position,
                heads,
                tree.proof(position));
    }

    private static String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(SIGNER.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return publicKey(SIGNER).line(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VerificationKeys key(KeyPair pair) {
        return VerificationKeys.of(publicKey(pair));
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n" + publicKey(pair).base64() + "\n-----END PUBLIC KEY-----\n";
    }

    private static VerificationKey publicKey(KeyPair pair) {
        return new VerificationKey(pair.getPublic());
    }

    private static Chain chain() {
        Chain chain = new Chain();
        for (int i = 0; i < 10; i++) {
            chain.read("Patient", "");
        }
        return chain;
    }

    private static String hash(int sequence) {
        return LOG.entries().get(sequence - 1).hash();
    }
}
