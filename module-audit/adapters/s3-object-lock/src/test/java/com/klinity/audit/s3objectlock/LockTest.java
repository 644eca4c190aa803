package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.AuditWitness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Nobody can remove a checkpoint or shorten its lock, not even with the server's own credentials. */
@Tag("LG-3")
@Tag("LG-4")
class LockTest {

    private static final byte[] DOCUMENT = {1, 2, 3};
    private static final int FORBIDDEN = 403;

    private static @Nullable S3Peer shared;

    private final String prefix = S3Peer.freshPrefix();
    private final String key = prefix + "checkpoint-0000000000000000001.txt";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeAll
    static void findThePeer() {
        shared = S3Peer.withLockedBucket();
    }

    private AuditWitness witness;

    @BeforeEach
    void keepOne() {
        witness = open(Map.of());
        witness.keep(1, DOCUMENT);
    }

    @AfterEach
    void close() {
        witness.close();
    }

    private AuditWitness open(Map<String, String> over) {
        return peer().witness(prefix, InstantSource.fixed(now), over);
    }

    private static S3Peer peer() {
        assertNotNull(shared);
        return shared;
    }

    private static S3Client anybody() {
        return peer().anybody();
    }

    private HeadObjectResponse head(String object) {
        return anybody().headObject(r -> r.bucket(peer().bucket()).key(object));
    }

    private String version() {
        return Objects.requireNonNull(head(key).versionId());
    }

    private static void assertForbidden(Runnable attempt) {
        assertEquals(FORBIDDEN, assertThrows(S3Exception.class, attempt::run).statusCode());
    }

    @Test
    void it_is_locked_in_the_mode_that_nobody_can_lift() {
        assertEquals(ObjectLockMode.COMPLIANCE, head(key).objectLockMode());
    }

    @Test
    void it_is_locked_for_six_years_from_the_servers_now() {
        assertEquals(now.plus(Duration.ofDays(2192)), head(key).objectLockRetainUntilDate());
    }

    @Test
    void it_is_locked_for_longer_when_told_to() {
        try (AuditWitness longer = open(Map.of("klinity.s3-object-lock.retention-days", "7305"))) {
            longer.keep(2, DOCUMENT);
        }
        assertEquals(
                now.plus(Duration.ofDays(7305)),
                head(prefix + "checkpoint-0000000000000000002.txt").objectLockRetainUntilDate());
    }

    @Test
    void it_cannot_be_deleted() {
        String version = version();
        assertForbidden(() ->
                anybody().deleteObject(r -> r.bucket(peer().bucket()).key(key).versionId(version)));
    }

    @Test
    void it_cannot_be_deleted_past_the_lock() {
        String version = version();
        assertForbidden(() -> anybody()
                .deleteObject(r ->
                        r.bucket(peer().bucket()).key(key).versionId(version).bypassGovernanceRetention(true)));
    }

    @Test
    void its_lock_cannot_be_shortened() {
        assertForbidden(() -> relock(ObjectLockRetentionMode.COMPLIANCE, now.plus(Duration.ofDays(1)), false));
    }

    @Test
    void its_lock_cannot_be_shortened_past_the_lock() {
        assertForbidden(() -> relock(ObjectLockRetentionMode.COMPLIANCE, now.plus(Duration.ofDays(1)), true));
    }

    @Test
    void its_lock_cannot_be_weakened() {
        assertForbidden(() -> relock(ObjectLockRetentionMode.GOVERNANCE, now.plus(Duration.ofDays(3000)), true));
    }

    @Test
    void its_lock_can_be_made_longer() {
        assertDoesNotThrow(() -> relock(ObjectLockRetentionMode.COMPLIANCE, now.plus(Duration.ofDays(3000)), false));
    }

    @Test
    void after_all_that_it_is_still_there() {
        assertThrows(S3Exception.class, () -> relock(ObjectLockRetentionMode.GOVERNANCE, now, true));
        assertArrayEquals(DOCUMENT, witness.read(1).orElseThrow());
    }

    private void relock(ObjectLockRetentionMode mode, Instant until, boolean bypass) {
        String version = version();
        anybody()
                .putObjectRetention(r -> r.bucket(peer().bucket())
                        .key(key)
                        .versionId(version)
                        .bypassGovernanceRetention(bypass)
                        .retention(lock -> lock.mode(mode).retainUntilDate(until)));
    }
}
