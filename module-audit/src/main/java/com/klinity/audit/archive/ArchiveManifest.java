package com.klinity.audit.archive;

import com.klinity.audit.verification.CheckpointProof;
import com.klinity.platform.spi.AuditRetention.Segment;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What proves an archived part of a log without the rest of it, as JSON beside the CSV. {@code docs/audit-log.md} is its
 * description.
 *
 * @param account      whose log
 * @param first        sequence of its first entry
 * @param last         sequence of its last entry
 * @param entries      how many there are
 * @param previousHash of the entry before the first; 64 zeros when there is none
 * @param firstHash    of the first entry
 * @param lastHash     of the last entry
 * @param checkpoint   what a witness keeps of the last entry
 */
public record ArchiveManifest(
        UUID account,
        long first,
        long last,
        long entries,
        String previousHash,
        String firstHash,
        String lastHash,
        CheckpointProof checkpoint) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what cannot be a manifest. */
    public ArchiveManifest {
        Objects.requireNonNull(account);
        Objects.requireNonNull(checkpoint);
        Stream.concat(Stream.of(previousHash, firstHash, lastHash), checkpoint.proof().stream())
                .forEach(ArchiveManifest::requireHash);
        if (first < 1 || entries != last - first + 1) {
            throw new IllegalArgumentException("the numbers contradict each other");
        }
    }

    private static void requireHash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        }
    }

    static ArchiveManifest of(Segment segment, String firstHash, CheckpointProof checkpoint) {
        return new ArchiveManifest(
                segment.account(),
                segment.first(),
                segment.last(),
                segment.last() - segment.after(),
                segment.afterHash(),
                firstHash,
                segment.lastHash(),
                checkpoint);
    }
}
