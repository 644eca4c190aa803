package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.testkit.AuditWitnessContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** The bucket keeps the contract. */
class S3ObjectLockContractTest extends AuditWitnessContract {

    private static @Nullable S3Peer peer;

    private final String prefix = S3Peer.freshPrefix();

    @BeforeAll
    static void findThePeer() {
        peer = S3Peer.withLockedBucket();
    }

    @Override
    protected AuditWitness open() {
        assertNotNull(peer);
        return peer.witness(prefix);
    }
}
