package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what a store's answers become. */
@Tag("LG-3")
class WireTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final byte[] DOCUMENT = {1, 2, 3};

    private final FakeStore store = new FakeStore();
    private final AuditWitness witness =
            new S3ObjectLockProvider().open(TestSettings.of(store.settings()), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        witness.close();
        store.close();
    }

    private WitnessFailure failure() {
        return assertThrows(WitnessFailure.class, () -> witness.keep(1, DOCUMENT));
    }

    private Headers put() {
        failure();
        return store.put();
    }

    @Test
    void a_put_replaces_nothing() {
        assertEquals("*", put().getFirst("If-None-Match"));
    }

    @Test
    void a_put_brings_its_lock() {
        Headers put = put();
        assertAll(
                () -> assertEquals("COMPLIANCE", put.getFirst("x-amz-object-lock-mode")),
                () -> assertEquals("2032-03-01T09:00:00Z", put.getFirst("x-amz-object-lock-retain-until-date")));
    }

    @Test
    void a_put_brings_its_checksum() {
        Headers put = put();
        assertAll(
                () -> assertEquals("SHA256", put.getFirst("x-amz-sdk-checksum-algorithm")),
                () -> assertEquals(
                        "A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=", put.getFirst("x-amz-checksum-sha256")));
    }

    @Test
    @Tag("EN-1")
    void a_put_asks_for_encryption_at_rest() {
        assertEquals("AES256", put().getFirst("x-amz-server-side-encryption"));
    }

    @Test
    void what_the_bucket_does_not_list_after_a_put_is_not_kept() {
        assertEquals(Code.UNAVAILABLE, failure().code());
    }

    @Test
    void a_put_that_came_second_where_the_store_heeds_no_condition_is_a_conflict() {
        store.listsAfterPut(version("2", DOCUMENT.length) + version("1", 4));
        assertEquals(Code.CONFLICT, failure().code());
    }

    @ParameterizedTest
    @CsvSource({
        "403,AccessDenied,DENIED",
        "403,InvalidAccessKeyId,DENIED",
        "403,SignatureDoesNotMatch,DENIED",
        "403,RequestTimeTooSkewed,DENIED",
        "400,ExpiredToken,DENIED",
        "400,AuthorizationHeaderMalformed,DENIED",
        "400,KMS.DisabledException,DENIED",
        "404,NoSuchBucket,DENIED",
        "400,RequestTimeout,UNAVAILABLE",
        "409,OperationAborted,UNAVAILABLE",
        "429,TooManyRequests,UNAVAILABLE",
        "500,InternalError,UNAVAILABLE",
        "503,SlowDown,UNAVAILABLE"
    })
    void an_error_says_whether_to_try_again_or_to_mend_something(int status, String error, Code code) {
        store.failing("versions", status, error);
        assertEquals(code, failure().code());
    }

    @Test
    void what_the_vendor_says_stays_here() {
        store.failing("put", 403, "AccessDenied");
        WitnessFailure failure = failure();
        assertAll(
                () -> assertEquals("PutObject: status 403 AccessDenied", failure.getMessage()),
                () -> assertNull(failure.getCause()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "versions", "put"})
    void an_answer_that_does_not_come_is_given_up_within_seconds(String kind) {
        store.silent(kind);
        assertEquals(
                Code.UNAVAILABLE,
                assertTimeout(Duration.ofSeconds(30), this::failure).code());
    }

    @Test
    void nobody_listening_is_a_passing_failure() {
        store.close();
        assertEquals(Code.UNAVAILABLE, failure().code());
    }

    @Test
    void a_bucket_is_asked_about_its_lock_until_it_answers() {
        store.failing("lock", 503, "SlowDown");
        failure();
        store.failing("lock", 404, "ObjectLockConfigurationNotFoundError");
        assertEquals(Code.DENIED, failure().code());
    }

    @Test
    void something_longer_than_any_checkpoint_is_not_fetched() {
        store.lists(version("1", AuditWitness.MOST_BYTES + 1L));
        store.silent("get");
        assertEquals(
                Code.CONFLICT,
                assertThrows(WitnessFailure.class, () -> witness.read(1)).code());
    }

    private static String version(String id, long bytes) {
        return "<Version><Key>checkpoint-0000000000000000001.txt</Key><VersionId>" + id + "</VersionId><Size>" + bytes
                + "</Size><LastModified>2026-03-01T09:00:00.000Z</LastModified></Version>";
    }
}
