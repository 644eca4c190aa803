package com.klinity.audit.s3objectlock;

import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The calls made to one bucket (Amazon S3 API). Vendor's exceptions end here. */
final class LockedBucket {

    private static final String LIST = "ListObjectVersions";
    private static final int FEW = 10;
    private static final String NO_LOCK = "ObjectLockConfigurationNotFoundError";
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final String name;
    private final Optional<String> kmsKeyId;
    private volatile boolean known;

    LockedBucket(S3Client client, String name, Optional<String> kmsKeyId) {
        this.client = client;
        this.name = name;
        this.kmsKeyId = kmsKeyId;
    }

    /**
     * Asks until the store has said so once: Object Lock cannot be switched off again.
     *
     * @throws WitnessFailure {@code DENIED} when what is put there can be removed
     */
    void requireObjectLock() {
        if (known) {
            return;
        }
        if (!S3Failures.translated("GetObjectLockConfiguration", this::hasObjectLock)) {
            throw new WitnessFailure(
                    Code.DENIED, "bucket " + name + " has no Object Lock; enable it there, or name another bucket");
        }
        known = true;
    }

    /** Adds an object unless there is one of that name; when there is, or another is just added, nothing happens. */
    void add(String key, byte[] document, Instant lockedUntil) {
        PutObjectRequest request = put(key, document, lockedUntil);
        S3Failures.translated("PutObject", () -> {
            try {
                return client.putObject(request, RequestBody.fromBytes(document))
                        .versionId();
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                    return "";
                }
                throw e;
            }
        });
    }

    /** The version of an object that was stored first; marks that it was deleted are none. */
    Optional<StoredVersion> first(String key) {
        return S3Failures.translated(
                LIST,
                () -> client.listObjectVersionsPaginator(r -> r.bucket(name).prefix(key)).versions().stream()
                        .filter(version -> version.key().equals(key))
                        .map(LockedBucket::stored)
                        // A listing has the latest version of a name first.
                        .reduce((later, earlier) -> earlier));
    }

    /** Of the versions whose names begin with the prefix and come after the marker, the first by name that is wanted. */
    Optional<StoredVersion> firstAfter(String prefix, String marker, Predicate<StoredVersion> wanted) {
        return S3Failures.translated(
                LIST,
                () -> client
                        .listObjectVersionsPaginator(r ->
                                r.bucket(name).prefix(prefix).keyMarker(marker).maxKeys(FEW))
                        .versions()
                        .stream()
                        .map(LockedBucket::stored)
                        .filter(wanted)
                        .findFirst());
    }

    LockedDocument read(StoredVersion version) {
        ResponseBytes<GetObjectResponse> object = S3Failures.translated(
                "GetObject",
                () -> client.getObjectAsBytes(r -> r.bucket(name)
                        .key(version.key())
                        .versionId(version.id())
                        .checksumMode(ChecksumMode.ENABLED)
                        .overrideConfiguration(o -> o.apiCallTimeout(S3Clients.limit(version.bytes())))));
        GetObjectResponse about = object.response();
        Optional<Instant> until = Optional.ofNullable(about.objectLockRetainUntilDate())
                .filter(_ -> about.objectLockMode() == ObjectLockMode.COMPLIANCE);
        return new LockedDocument(object.asByteArrayUnsafe(), until);
    }

    void close() {
        client.close();
    }

    private boolean hasObjectLock() {
        try {
            GetObjectLockConfigurationResponse answer = client.getObjectLockConfiguration(r -> r.bucket(name));
            return answer.objectLockConfiguration() != null
                    && answer.objectLockConfiguration().objectLockEnabled() == ObjectLockEnabled.ENABLED;
        } catch (AwsServiceException e) {
            if (S3Failures.errorCode(e).equals(NO_LOCK)) {
                return false;
            }
            throw e;
        }
    }

    private PutObjectRequest put(String key, byte[] document, Instant lockedUntil) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(name)
                .key(key)
                .ifNoneMatch("*")
                .contentType("text/plain; charset=utf-8")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .checksumSHA256(sha256(document))
                .objectLockMode(ObjectLockMode.COMPLIANCE)
                .objectLockRetainUntilDate(lockedUntil)
                .serverSideEncryption(ServerSideEncryption.AES256)
                .overrideConfiguration(o -> o.apiCallTimeout(S3Clients.limit(document.length)));
        kmsKeyId.ifPresent(
                id -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(id));
        return request.build();
    }

    private static StoredVersion stored(ObjectVersion version) {
        return new StoredVersion(version.key(), version.versionId(), version.size(), version.lastModified());
    }

    private static String sha256(byte[] document) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
