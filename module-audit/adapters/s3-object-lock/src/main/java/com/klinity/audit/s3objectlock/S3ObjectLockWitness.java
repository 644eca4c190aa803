package com.klinity.audit.s3objectlock;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.CheckpointName;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One object a checkpoint, locked in compliance mode. A lock does not hinder anybody from putting another version over
 * an object, or a mark that it was deleted; so the first version is the checkpoint, whatever came after it.
 */
final class S3ObjectLockWitness implements AuditWitness {

    private final LockedBucket bucket;
    private final String prefix;
    private final Retention retention;

    S3ObjectLockWitness(LockedBucket bucket, String prefix, Retention retention) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.retention = retention;
    }

    /** Looks before and after: not every store heeds the condition that there must be none yet. */
    @Override
    public void keep(long number, byte[] document) {
        String key = key(number);
        bucket.requireObjectLock();
        Optional<StoredVersion> there = bucket.first(key);
        if (there.isEmpty()) {
            bucket.add(key, document, retention.end());
            there = bucket.first(key);
        }
        StoredVersion version = there.orElseThrow(
                () -> new WitnessFailure(Code.UNAVAILABLE, "the bucket took " + key + ", and does not list it yet"));
        requireSame(version, document);
    }

    @Override
    public OptionalLong last() {
        bucket.requireObjectLock();
        return HighestNumber.of(this::firstAfter);
    }

    @Override
    public Optional<byte[]> read(long number) {
        if (number < 1) {
            return Optional.empty();
        }
        bucket.requireObjectLock();
        return bucket.first(key(number)).map(version -> document(version).content());
    }

    @Override
    public void close() {
        bucket.close();
    }

    private void requireSame(StoredVersion version, byte[] document) {
        if (version.bytes() != document.length) {
            throw conflict(version);
        }
        LockedDocument kept = document(version);
        if (!kept.holds(document)) {
            throw conflict(version);
        }
        if (!kept.isLockedSince(version.stored())) {
            throw new WitnessFailure(
                    Code.DENIED,
                    version.key() + " is not locked for " + Retention.LEAST_DAYS
                            + " days in COMPLIANCE mode; lock its first version so");
        }
    }

    private LockedDocument document(StoredVersion version) {
        if (version.bytes() > MOST_BYTES) {
            throw conflict(version);
        }
        return bucket.read(version);
    }

    private static WitnessFailure conflict(StoredVersion version) {
        return new WitnessFailure(Code.CONFLICT, "the bucket has other bytes in " + version.key());
    }

    private OptionalLong firstAfter(long number) {
        String marker = number < 1 ? "" : key(number);
        return bucket.firstAfter(
                        prefix + CheckpointName.BEGINNING,
                        marker,
                        version -> number(version).orElse(0) > number)
                .map(this::number)
                .orElse(OptionalLong.empty());
    }

    private OptionalLong number(StoredVersion version) {
        return CheckpointName.number(version.key().substring(prefix.length()));
    }

    private String key(long number) {
        return prefix + CheckpointName.of(number);
    }
}
