package com.klinity.audit.archive;

import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.DeskFaults;
import com.klinity.platform.Launch;
import com.klinity.platform.RetentionDesk;
import com.klinity.platform.spi.AuditRetention;
import com.klinity.platform.spi.AuditRetention.Outcome;
import com.klinity.platform.spi.AuditRetention.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Moves the oldest entries of each account's log into files, once they are six years old (45 CFR §164.316(b)(2)(i)) and
 * witnessed. An entry is on the disk, and was read from there and verified, before it leaves the database; wherever a run
 * is interrupted, the next one goes on. For one thread.
 */
public final class AuditArchive {

    /** What the law has kept, and the database keeps whoever asks. */
    public static final Period LEAST = Period.ofYears(6);

    /** In entries: what one transaction removes, and of what the database makes a digest in its memory. */
    private static final int USUAL_LENGTH = 100_000;

    private final ArchiveDirectory directory;
    private final RetentionDesk<SigningKeyFile> desk;
    private final AuditRetention log;
    private final VerificationKeys keys;
    private final HeadProofs proofs;
    private final Set<UUID> settled = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private int segments;
    private long entries;

    private AuditArchive(ArchiveDirectory directory, RetentionDesk<SigningKeyFile> desk, VerificationKeys keys) {
        this.directory = directory;
        this.desk = desk;
        this.log = desk.log();
        this.keys = keys;
        this.proofs = new HeadProofs(log, keys);
    }

    /**
     * What a run did.
     *
     * @param segments how many it moved
     * @param entries  how many entries these had
     * @param findings one line an account whose oldest entries stay although they are due, with the reason
     */
    public record Report(int segments, long entries, List<String> findings) {

        /** Copies the list. */
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Moves everything that is due. Blocks until that is done.
     *
     * @param launch    names the database, and the file with the public keys
     * @param directory for the files; made if there is none
     * @param olderThan {@link #LEAST} or longer
     * @throws com.klinity.platform.spi.StartFailure when the database, the keys or the directory cannot be used
     * @throws IOException when a file cannot be written; nothing that is not on the disk has left the database
     */
    public static Report run(Launch launch, Path directory, Period olderThan) throws IOException {
        return run(launch, directory, olderThan, USUAL_LENGTH);
    }

    /** In segments of about that length. */
    static Report run(Launch launch, Path directory, Period olderThan, int length) throws IOException {
        try (RetentionDesk<SigningKeyFile> desk = RetentionDesk.open(launch, SigningKeyFile::of);
                ArchiveDirectory files = ArchiveDirectory.open(directory)) {
            return new AuditArchive(files, desk, desk.settings().publicKeys()).run(olderThan, length);
        }
    }

    /** Again until nothing is due that could go: a long chain goes in several segments. */
    private Report run(Period olderThan, int length) throws IOException {
        List<Segment> due = due(olderThan, length);
        while (!due.isEmpty()) {
            for (Segment segment : due) {
                move(segment);
            }
            due = due(olderThan, length);
        }
        return new Report(segments, entries, findings);
    }

    private List<Segment> due(Period olderThan, int length) {
        return log.due(olderThan, length).stream()
                .filter(segment -> !settled.contains(segment.account()))
                .toList();
    }

    private void move(Segment segment) throws IOException {
        try {
            SegmentCheck archived = SegmentCheck.of(written(segment), desk.json(), keys);
            Manifest manifest = archived.manifest();
            Outcome outcome = log.retire(manifest.account(), manifest.last(), archived.digest());
            if (outcome != Outcome.DONE) {
                throw new SegmentRefused("the database keeps it: " + reason(outcome));
            }
            segments++;
            entries += manifest.entries();
        } catch (SegmentRefused e) {
            leave(segment, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            leave(segment, DeskFaults.ofThisWork(e).orElseThrow(() -> e));
        }
    }

    private void leave(Segment segment, String reason) {
        settled.add(segment.account());
        findings.add(segment.account() + " from " + segment.first() + ": " + reason);
    }

    private SegmentFolder written(Segment segment) throws IOException {
        var earlier = directory.waiting(segment);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        CheckpointProof checkpoint = proofs.of(segment);
        SegmentWriter writer = new SegmentWriter(log, desk.json());
        return directory.keep(segment, folder -> writer.write(segment, checkpoint, folder));
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "it does not";
            case GONE -> "another run has archived it meanwhile";
            case UNWITNESSED -> "no checkpoint that is with the witness names its last entry";
            case YOUNG -> "an entry is not six years old";
            case BROKEN -> "the chain is not the one that was witnessed; run 'klinity audit verify'";
            case UNLIKE -> "the file is not what the database would have written";
        };
    }
}
