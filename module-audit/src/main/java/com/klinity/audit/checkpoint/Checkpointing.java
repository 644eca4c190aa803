package com.klinity.audit.checkpoint;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.AuditHeads.Checkpoint;
import com.klinity.platform.spi.AuditHeads.Head;
import com.klinity.platform.spi.AuditHeads.Progress;
import com.klinity.platform.spi.AuditHeads.Taking;
import com.klinity.platform.spi.Gauge;
import com.klinity.platform.spi.PeriodicTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes a checkpoint when heads have changed, and hands it to the witness. The next is taken only once that is done, so a
 * witness that is away for long gets one checkpoint of all that happened meanwhile. One round at a time.
 */
public final class Checkpointing {

    private static final System.Logger LOG = System.getLogger(Checkpointing.class.getName());

    private final Supplier<AuditHeads> database;
    private final AuditWitness witness;
    private final DeliveryCheck check;
    private final SigningKey key;
    private final InstantSource clock;
    private boolean compared;
    private final Unwitnessed unwitnessed;

    private Checkpointing(
            Supplier<AuditHeads> database,
            AuditWitness witness,
            DeliveryCheck check,
            SigningKey key,
            InstantSource clock) {
        this.database = database;
        this.witness = witness;
        this.check = check;
        this.key = key;
        this.clock = clock;
        this.unwitnessed = new Unwitnessed(clock);
    }

    /**
     * The one that does this, as the settings say.
     *
     * @param database asked for in each round, as it is there only once the server runs
     * @throws com.klinity.platform.spi.StartFailure when the signing key cannot be used
     */
    public static Checkpointing of(
            CheckpointSettings settings, Supplier<AuditHeads> database, AuditWitness witness, InstantSource clock) {
        SigningKey key = settings.key();
        DeliveryCheck check = new DeliveryCheck(witness, settings.keyFile().publicKeys());
        return new Checkpointing(database, witness, check, key, clock);
    }

    /** Does it again and again, and at both ends of the server's life, so that nothing waits for its next one. */
    public PeriodicTask task(Duration interval) {
        return new PeriodicTask("audit checkpoint", interval, this::round, true);
    }

    /** For how long what happens has not been witnessed. */
    public Gauge gauge() {
        return new Gauge(
                "klinity_audit_unwitnessed_seconds",
                "Since the witness of the audit log was last known to have everything, or since the start",
                unwitnessed::seconds);
    }

    /** One round; tells what keeps it from its work, and is to be called again in any case. */
    void round() {
        Duration begun = unwitnessed.passed();
        AuditHeads heads = database.get();
        try {
            long kept = witness.last().orElse(0);
            Progress progress = heads.progress();
            compare(kept, progress, heads);
            heads.unwitnessed().ifPresent(checkpoint -> deliver(checkpoint, heads));
            boolean complete = kept < progress.witnessed() || !today(progress);
            if (witnessesAll(heads.take(complete, this::seal), heads)) {
                unwitnessed.witnessed(begun);
            }
        } catch (WitnessFailure failure) {
            Level level = failure.code() == WitnessFailure.Code.UNAVAILABLE ? Level.WARNING : Level.ERROR;
            LOG.log(level, "the audit log is not witnessed: {0}: {1}", failure.code(), failure.getMessage());
        }
    }

    /** Whether the witness has everything afterwards. */
    private boolean witnessesAll(Taking taking, AuditHeads heads) {
        return switch (taking) {
            case Taking.Taken(Checkpoint checkpoint) -> {
                deliver(checkpoint, heads);
                yield true;
            }
            case Taking.Unchanged() -> true;
            case Taking.NotNow() -> {
                LOG.log(Level.INFO, "no checkpoint of the audit log was taken, as another server is at one");
                yield false;
            }
        };
    }

    private void deliver(Checkpoint checkpoint, AuditHeads heads) {
        byte[] document = document(checkpoint);
        check.demand(checkpoint.number(), document);
        witness.keep(checkpoint.number(), document);
        heads.witnessed(checkpoint.number());
    }

    private static byte[] document(Checkpoint checkpoint) {
        return CheckpointDocument.document(
                checkpoint.note(), checkpoint.heads().stream().map(Head::line).toList());
    }

    /** Somebody who set the database back, or made it anew, cannot set the witness back. */
    private void compare(long kept, Progress progress, AuditHeads heads) {
        if (kept > progress.taken()) {
            throw new WitnessFailure(
                    WitnessFailure.Code.CONFLICT,
                    "the witness has checkpoint " + kept + " and the database ends at " + progress.taken()
                            + "; the database is an older one. Run 'klinity audit verify', then name a new place for"
                            + " the witness and keep the old one as evidence");
        }
        if (!compared && kept > 0) {
            byte[] there = witness.read(kept).orElse(new byte[0]);
            byte[] here = heads.find(kept).map(Checkpointing::document).orElse(new byte[0]);
            if (!Arrays.equals(there, here)) {
                throw new WitnessFailure(
                        WitnessFailure.Code.CONFLICT,
                        "checkpoint " + kept + " of the database is not the one that the witness has; run 'klinity"
                                + " audit verify'");
            }
            compared = true;
        }
    }

    /** One complete checkpoint a day, so that a later check need not read further back. */
    private boolean today(Progress progress) {
        return progress.completeAt()
                .map(at -> day(at).equals(day(clock.instant())))
                .orElse(false);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private AuditHeads.Seal seal(long number, String previous, boolean complete, List<Head> lines) {
        Instant now = clock.instant();
        String root = MerkleTree.of(lines.stream().map(Head::line).toList()).root();
        CheckpointNote note =
                new CheckpointNote(number, CheckpointNote.time(now), previous, lines.size(), complete, root);
        CheckpointDocument signed = new CheckpointDocument(note, key.sign(note.text()), List.of());
        return new AuditHeads.Seal(now, root, note.digest(), signed.signedNote());
    }
}
