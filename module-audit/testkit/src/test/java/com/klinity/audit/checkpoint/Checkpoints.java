package com.klinity.audit.checkpoint;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.platform.spi.AuditHeads;
import java.time.Duration;
import java.time.InstantSource;

/** Takes checkpoints when a test wants one. */
public final class Checkpoints {

    private Checkpoints() {}

    /** One of the heads that changed, if any, and with the witness on the return. */
    public static void take(AuditHeads heads, AuditWitness witness, SigningKeyFile key) {
        CheckpointSettings settings = new CheckpointSettings(Duration.ofDays(1), key);
        Checkpointing.of(settings, () -> heads, witness, InstantSource.system()).round();
    }
}
