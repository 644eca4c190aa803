package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What a bucket must be, and who is let in. */
class BucketTest {

    private static final byte[] DOCUMENT = {1, 2, 3};

    private final String prefix = S3Peer.freshPrefix();

    private S3Peer peer;

    @BeforeEach
    void findThePeer() {
        peer = S3Peer.withLockedBucket();
    }

    private WitnessFailure failure(S3Peer at, Map<String, String> over) {
        try (AuditWitness witness = at.witness(prefix, InstantSource.system(), over)) {
            return assertThrows(WitnessFailure.class, () -> witness.keep(1, DOCUMENT));
        }
    }

    private HeadObjectResponse kept(Map<String, String> over) {
        try (AuditWitness witness = peer.witness(prefix, InstantSource.system(), over)) {
            witness.keep(1, DOCUMENT);
        }
        return peer.anybody()
                .headObject(r -> r.bucket(peer.bucket()).key(prefix + "checkpoint-0000000000000000001.txt"));
    }

    @Test
    @Tag("LG-3")
    void a_bucket_without_object_lock_is_refused() {
        S3Peer plain = S3Peer.withPlainBucket();
        WitnessFailure failure = failure(plain, Map.of());
        assertEquals(
                "DENIED bucket " + plain.bucket() + " has no Object Lock; enable it there, or name another bucket",
                failure.code() + " " + failure.getMessage());
    }

    @Test
    @Tag("LG-3")
    void nothing_is_put_into_a_bucket_without_object_lock() {
        S3Peer plain = S3Peer.withPlainBucket();
        failure(plain, Map.of());
        assertEquals(
                List.of(),
                plain.anybody().listObjectsV2(r -> r.bucket(plain.bucket())).contents());
    }

    @Test
    @Tag("LG-3")
    void nothing_is_read_from_a_bucket_without_object_lock() {
        try (AuditWitness witness = S3Peer.withPlainBucket().witness(prefix)) {
            assertEquals(
                    Code.DENIED,
                    assertThrows(WitnessFailure.class, witness::last).code());
            assertEquals(
                    Code.DENIED,
                    assertThrows(WitnessFailure.class, () -> witness.read(1)).code());
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_refused() {
        assertEquals(
                Code.DENIED,
                failure(peer, Map.of("klinity.s3-object-lock.bucket", "klinity-nobody-has-this"))
                        .code());
    }

    @Test
    void a_wrong_secret_is_refused() {
        assertEquals(
                Code.DENIED,
                failure(peer, Map.of("klinity.aws.secret-access-key", "not-the-secret"))
                        .code());
    }

    @Test
    void an_unknown_user_is_refused() {
        assertEquals(
                Code.DENIED,
                failure(peer, Map.of("klinity.aws.access-key-id", "NOBODY")).code());
    }

    @Test
    void a_failure_shows_neither_the_secret_nor_what_the_vendor_said() {
        WitnessFailure failure = failure(peer, Map.of("klinity.aws.secret-access-key", "not-the-secret"));
        assertEquals("GetObjectLockConfiguration: status 403 SignatureDoesNotMatch", failure.getMessage());
        assertNull(failure.getCause());
    }

    @Test
    @Tag("EN-1")
    void a_checkpoint_is_encrypted_with_the_key_that_is_named() {
        HeadObjectResponse head = kept(Map.of("klinity.s3-object-lock.kms-key-id", "peer-key"));
        assertEquals(ServerSideEncryption.AWS_KMS, head.serverSideEncryption());
        assertEquals("peer-key", head.ssekmsKeyId());
    }

    @Test
    @Tag("EN-1")
    void a_key_that_is_not_there_is_refused_and_nothing_kept_in_clear() {
        failure(peer, Map.of("klinity.s3-object-lock.kms-key-id", "another-key"));
        assertTrue(peer.anybody()
                .listObjectsV2(r -> r.bucket(peer.bucket()))
                .contents()
                .isEmpty());
    }

    @Test
    void installations_with_prefixes_of_their_own_share_a_bucket() {
        try (AuditWitness one = peer.witness("one/");
                AuditWitness another = peer.witness("another/")) {
            one.keep(1, DOCUMENT);
            assertTrue(another.last().isEmpty());
        }
    }

    @Test
    void a_prefix_is_not_needed() {
        try (AuditWitness witness = peer.witness("")) {
            witness.keep(9, DOCUMENT);
            assertEquals(9, witness.last().orElseThrow());
        }
    }
}
