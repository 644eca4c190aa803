package com.klinity.audit.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.klinity.audit.testkit.InMemoryWitness;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.VerificationKeys;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which checkpoints of the database get to the witness. */
@Tag("LG-3")
class DeliveryCheckTest {

    private static final SigningKey BEFORE = SigningKey.ofPem(SigningKey.newPem());
    private static final SigningKey TODAY = SigningKey.ofPem(SigningKey.newPem());
    private static final SigningKey THIEF = SigningKey.ofPem(SigningKey.newPem());
    private static final CheckpointDocument FIRST = document(1, "00".repeat(32), BEFORE);
    private static final CheckpointDocument SECOND = document(2, FIRST.note().digest(), TODAY);

    private final InMemoryWitness witness = new InMemoryWitness();
    private final DeliveryCheck check =
            new DeliveryCheck(witness, new VerificationKeys(List.of(TODAY.publicKey(), BEFORE.publicKey())));

    @BeforeEach
    void tellOfTheFirst() {
        witness.keep(1, FIRST.bytes());
    }

    @Test
    void one_that_is_signed_and_follows() {
        assertDoesNotThrow(() -> check.demand(2, SECOND.bytes()));
    }

    @Test
    void one_that_the_key_before_signed() {
        CheckpointDocument waiting = document(2, FIRST.note().digest(), BEFORE);
        assertDoesNotThrow(() -> check.demand(2, waiting.bytes()));
    }

    @Test
    void one_that_the_witness_has_already() {
        assertDoesNotThrow(() -> check.demand(1, FIRST.bytes()));
    }

    @Test
    void any_that_is_signed_where_the_witness_is_new() {
        witness.forget(1);
        assertDoesNotThrow(() -> check.demand(2, SECOND.bytes()));
    }

    @Test
    void none_that_is_no_checkpoint() {
        assertTrue(refusal(2, "junk".getBytes(UTF_8)).contains("form"));
    }

    @Test
    void none_that_another_key_signed() {
        CheckpointDocument forged = document(2, FIRST.note().digest(), THIEF);
        assertTrue(refusal(2, forged.bytes()).contains("klinity.audit.signing-key"));
    }

    @Test
    void none_of_another_number() {
        assertTrue(refusal(3, SECOND.bytes()).contains("form"));
    }

    @Test
    void none_that_follows_another_than_the_witness_has() {
        CheckpointDocument other = document(2, "ab".repeat(32), TODAY);
        assertTrue(refusal(2, other.bytes()).contains("follow"));
    }

    @Test
    void none_that_would_follow_what_is_no_checkpoint() {
        witness.replace(1, new byte[] {1});
        assertTrue(refusal(2, SECOND.bytes()).contains("follow"));
    }

    private String refusal(long number, byte[] document) {
        WitnessFailure failure = assertThrows(WitnessFailure.class, () -> check.demand(number, document));
        assertEquals(Code.CONFLICT, failure.code());
        return String.valueOf(failure.getMessage());
    }

    private static CheckpointDocument document(long number, String previous, SigningKey key) {
        List<String> heads = List.of("5f0c3a52-8d3e-4c0e-9a55-0c6a3b9d2e71 " + number + " " + "cd".repeat(32));
        String root = MerkleTree.of(heads).root();
        CheckpointNote note =
                new CheckpointNote(number, "2026-03-01T09:00:00.000000Z", previous, heads.size(), true, root);
        return new CheckpointDocument(note, key.sign(note.text()), heads);
    }
}
