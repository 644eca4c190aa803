package com.klinity.audit.testkit;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.verification.CheckpointDocument.Head;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.audit.verification.WitnessedHeads;
import com.klinity.audit.verification.WitnessedLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that a witness keeps by now. */
record Seen(WitnessedLog log, WitnessedHeads heads) {

    static Seen by(AuditWitness witness, VerificationKeys keys) {
        WitnessedLog log = WitnessedLog.of(witness, keys);
        WitnessedHeads heads = new WitnessedHeads(
                List.of(),
                places ->
                        places.stream().map(place -> Optional.of(place.hash())).toList());
        log.readBack(1, heads::add);
        return new Seen(log, heads);
    }

    List<String> faults() {
        return log.faults();
    }

    long last() {
        return log.last();
    }

    /** Of the last entry that it was told of. */
    long sequence(UUID account) {
        return heads.last(account).map(Head::sequence).orElse(0L);
    }
}
