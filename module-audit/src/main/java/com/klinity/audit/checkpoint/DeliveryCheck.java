package com.klinity.audit.checkpoint;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.VerificationKeys;

/**
 * What a checkpoint must be before the witness is given it. It comes out of the database, whose owner can write anything
 * there, and what a witness once has it keeps.
 *
 * @param witness what it is for
 * @param keys    whose signature counts: also those before today's, as one may have waited since
 */
record DeliveryCheck(AuditWitness witness, VerificationKeys keys) {

    /**
     * Looks at one.
     *
     * @throws WitnessFailure {@code CONFLICT} when it is not to be delivered
     */
    void demand(long number, byte[] document) {
        CheckpointDocument checkpoint = CheckpointDocument.of(document)
                .filter(read -> read.note().number() == number)
                .orElseThrow(() -> refused(number, "has not the form of one"));
        if (!checkpoint.signedBy(keys)) {
            throw refused(
                    number,
                    "is signed by no key of klinity.audit.signing-key; if the key was changed, append the public key"
                            + " before it to that file");
        }
        if (number > 1 && !follows(checkpoint)) {
            throw refused(number, "does not follow the one before it that the witness has");
        }
    }

    /** A new witness has none before it. */
    private boolean follows(CheckpointDocument checkpoint) {
        return witness.read(checkpoint.note().number() - 1)
                .map(before -> CheckpointDocument.of(before)
                        .filter(read ->
                                read.note().digest().equals(checkpoint.note().previous()))
                        .isPresent())
                .orElse(true);
    }

    private static WitnessFailure refused(long number, String why) {
        return new WitnessFailure(
                WitnessFailure.Code.CONFLICT,
                "checkpoint " + number + " of the database was not delivered: it " + why
                        + ". Run 'klinity audit verify'; when somebody else wrote it, keep its rows in"
                        + " audit.checkpoints and audit.checkpoint_heads as evidence and remove them there");
    }
}
