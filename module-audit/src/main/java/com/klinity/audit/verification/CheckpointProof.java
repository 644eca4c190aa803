package com.klinity.audit.verification;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signed checkpoint, and that one account's head is in it.
 *
 * @param signedText what is signed
 * @param signature  its line
 * @param publicKey  SubjectPublicKeyInfo of the key that signed, in base64; to be compared with one from elsewhere
 * @param sequence   of the head
 * @param hash       of the head
 * @param position   of the head's line, from 0
 * @param heads      how many lines there are
 * @param proof      of inclusion (RFC 9162 §2.1.3), in hexadecimal
 */
public record CheckpointProof(
        String signedText,
        String signature,
        String publicKey,
        long sequence,
        String hash,
        int position,
        int heads,
        List<String> proof) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is missing: it may come from a file. */
    public CheckpointProof {
        Stream.of(signedText, signature, publicKey, hash).forEach(Objects::requireNonNull);
        proof = List.copyOf(proof);
    }

    /** What is signed; empty when it is no checkpoint's text. */
    public Optional<CheckpointNote> note() {
        return CheckpointNote.of(signedText);
    }

    /** Whether the head is that account's, in the tree whose root is signed. Who signed is another question. */
    public boolean proves(UUID account) {
        boolean formed = Stream.concat(Stream.of(hash), proof.stream())
                        .allMatch(text -> HASH.matcher(text).matches())
                && position >= 0
                && position < heads;
        String line = account + " " + sequence + " " + hash;
        return formed
                && note().filter(note -> note.heads() == heads)
                        .filter(note -> note.root().equals(MerkleTree.root(line, position, heads, proof)))
                        .isPresent();
    }

    /** Whether one of those keys signed. */
    public boolean signedBy(VerificationKeys keys) {
        return keys.signer(signedText, signature).isPresent();
    }
}
