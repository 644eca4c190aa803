package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Somebody with the server's credentials and another program puts things over checkpoints, and before them. */
@Tag("LG-3")
class FirstVersionTest {

    private static final byte[] DOCUMENT = {1, 2, 3};
    private static final byte[] FORGED = {1, 2, 4};

    private static @Nullable S3Peer shared;

    private final String prefix = S3Peer.freshPrefix();

    private AuditWitness witness;

    @BeforeAll
    static void findThePeer() {
        shared = S3Peer.withLockedBucket();
    }

    @BeforeEach
    void open() {
        witness = peer().witness(prefix);
    }

    @AfterEach
    void close() {
        witness.close();
    }

    private static S3Peer peer() {
        assertNotNull(shared);
        return shared;
    }

    private String key(long number) {
        return prefix + "checkpoint-%019d.txt".formatted(number);
    }

    private void put(String key, byte[] content, Consumer<PutObjectRequest.Builder> more) {
        peer().anybody()
                .putObject(r -> more.accept(r.bucket(peer().bucket()).key(key)), RequestBody.fromBytes(content));
    }

    private void put(long number, byte[] content) {
        put(key(number), content, r -> {});
    }

    private void putLocked(long number, ObjectLockMode mode, int days) {
        put(
                key(number),
                DOCUMENT,
                r -> r.objectLockMode(mode)
                        .objectLockRetainUntilDate(Instant.now().plus(Duration.ofDays(days)))
                        .checksumSHA256("A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E="));
    }

    private void mark(long number) {
        peer().anybody().deleteObject(r -> r.bucket(peer().bucket()).key(key(number)));
    }

    private Code failure(long number, byte[] document) {
        return assertThrows(WitnessFailure.class, () -> witness.keep(number, document))
                .code();
    }

    @Test
    void what_is_put_over_a_checkpoint_is_not_what_is_read() {
        witness.keep(1, DOCUMENT);
        put(1, FORGED);
        assertArrayEquals(DOCUMENT, witness.read(1).orElseThrow());
    }

    @Test
    void what_is_put_over_a_checkpoint_is_a_conflict_when_it_is_kept() {
        witness.keep(1, DOCUMENT);
        put(1, FORGED);
        assertEquals(Code.CONFLICT, failure(1, FORGED));
    }

    @Test
    void a_checkpoint_with_something_over_it_can_be_kept_again() {
        witness.keep(1, DOCUMENT);
        put(1, FORGED);
        assertDoesNotThrow(() -> witness.keep(1, DOCUMENT));
    }

    @Test
    void of_many_versions_the_first_counts() {
        witness.keep(1, DOCUMENT);
        for (byte other = 0; other < 12; other++) {
            put(1, new byte[] {1, 2, other});
        }
        assertArrayEquals(DOCUMENT, witness.read(1).orElseThrow());
    }

    @Test
    void a_mark_that_it_was_deleted_hides_no_checkpoint() {
        witness.keep(1, DOCUMENT);
        mark(1);
        assertArrayEquals(DOCUMENT, witness.read(1).orElseThrow());
    }

    @Test
    void a_mark_that_it_was_deleted_does_not_make_way_for_another() {
        witness.keep(1, DOCUMENT);
        mark(1);
        assertEquals(Code.CONFLICT, failure(1, FORGED));
    }

    @Test
    void a_mark_that_it_was_deleted_hides_not_the_last() {
        witness.keep(1, DOCUMENT);
        witness.keep(2, DOCUMENT);
        mark(2);
        assertEquals(OptionalLong.of(2), witness.last());
    }

    @Test
    void a_mark_alone_is_no_checkpoint() {
        mark(1);
        assertEquals(OptionalLong.empty(), witness.last());
        assertFalse(witness.read(1).isPresent());
    }

    @Test
    void other_objects_do_not_count() {
        witness.keep(1, DOCUMENT);
        for (String name : new String[] {"checkpoint-", "checkpoint-2.txt", "checkpoint-9999999999999999999.txt"}) {
            put(prefix + name, FORGED, r -> {});
        }
        assertEquals(OptionalLong.of(1), witness.last());
    }

    @Test
    void what_was_put_in_its_place_before_is_a_conflict() {
        put(1, FORGED);
        assertEquals(Code.CONFLICT, failure(1, DOCUMENT));
    }

    @Test
    void the_same_bytes_without_a_lock_are_not_taken_for_kept() {
        put(1, DOCUMENT);
        assertEquals(Code.DENIED, failure(1, DOCUMENT));
    }

    @Test
    void the_same_bytes_under_a_lock_that_can_be_lifted_are_not_taken_for_kept() {
        putLocked(1, ObjectLockMode.GOVERNANCE, 3000);
        assertEquals(Code.DENIED, failure(1, DOCUMENT));
    }

    @Test
    void the_same_bytes_under_a_short_lock_are_not_taken_for_kept() {
        putLocked(1, ObjectLockMode.COMPLIANCE, 2000);
        assertEquals(Code.DENIED, failure(1, DOCUMENT));
    }

    @Test
    void the_same_bytes_under_a_good_lock_are_kept() {
        putLocked(1, ObjectLockMode.COMPLIANCE, 2192);
        assertDoesNotThrow(() -> witness.keep(1, DOCUMENT));
    }
}
