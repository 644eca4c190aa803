package com.klinity.distribution;

import com.klinity.audit.archive.AuditArchive;
import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.LogCheck;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.audit.verification.WitnessedHeads;
import com.klinity.audit.verification.WitnessedLog;
import com.klinity.platform.AuditDesk;
import com.klinity.platform.Launch;
import com.klinity.platform.spi.AuditHeads.Head;
import com.klinity.platform.spi.StartFailure;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the whole audit log of the configured database, and tells what it found. */
final class LogVerification {

    private static final int FINDING = 1;
    private static final String USUAL = "file";
    private static final String NOBODY = "none";

    private final AuditDesk desk;
    private final PrintWriter out;

    private LogVerification(AuditDesk desk, PrintWriter out) {
        this.desk = desk;
        this.out = out;
    }

    /**
     * Checks.
     *
     * @param trusted keys that count; without them those of the configured file do
     * @param since   number of a checkpoint up to which an earlier check was good; 1 for everything
     * @return exit code
     * @throws StartFailure when database, witness or key cannot be had
     */
    static int run(Launch launch, Optional<VerificationKeys> trusted, long since, PrintWriter out) {
        try (AuditDesk desk = AuditDesk.open(launch)) {
            return new LogVerification(desk, out).run(trusted, since);
        } catch (WitnessFailure failure) {
            throw new StartFailure(
                    "the witness cannot be asked: " + failure.code() + ": " + failure.getMessage(), failure);
        }
    }

    private int run(Optional<VerificationKeys> trusted, long since) {
        String name = desk.settings().text("klinity.audit.witness", USUAL);
        if (name.equals(NOBODY)) {
            out.println("witness      none: a log that was written anew, or set back, is not told from the right one");
            AuditDesk.Log log = desk.log();
            List<CheckpointDocument.Head> bases = heads(log.bases());
            return check(log, bases, witnessed(log, bases), List.of());
        }
        VerificationKeys keys =
                trusted.orElseGet(() -> SigningKeyFile.of(desk.settings()).publicKeys());
        try (AuditWitness witness =
                desk.adapter(AuditWitnessProvider.class, name).openToRead(desk.settings(), InstantSource.system())) {
            AuditDesk.Log log = desk.log();
            // Asked before the database's first answer: what the witness saw by then must be there.
            WitnessedLog seen = WitnessedLog.of(witness, keys);
            List<CheckpointDocument.Head> bases = heads(log.bases());
            WitnessedHeads heads = witnessed(log, bases);
            seen.readBack(since, heads::add);
            out.println("witness      " + name + ", " + told(seen));
            List<String> faults = new ArrayList<>(seen.faults());
            behind(log, seen).ifPresent(faults::add);
            return check(log, bases, heads, faults);
        }
    }

    private static WitnessedHeads witnessed(AuditDesk.Log log, List<CheckpointDocument.Head> bases) {
        return new WitnessedHeads(
                bases,
                places -> log.hashes(places.stream()
                        .map(place -> new Head(place.account(), place.sequence(), place.hash()))
                        .toList()));
    }

    private static String told(WitnessedLog seen) {
        return seen.last() == 0
                ? "no checkpoint yet"
                : "checkpoint " + seen.last() + " of " + seen.taken() + ", and back to " + seen.first();
    }

    private int check(
            AuditDesk.Log log, List<CheckpointDocument.Head> bases, WitnessedHeads witnessed, List<String> faults) {
        Instant youngest =
                OffsetDateTime.now(ZoneOffset.UTC).minus(AuditArchive.LEAST).toInstant();
        LogCheck check = new LogCheck(bases, heads(log.heads()), witnessed, CheckpointNote.time(youngest));
        log.entries((account, fields, hash) -> check.next(account, new ChainEntry(fields, hash)));
        List<String> broken = new ArrayList<>(faults);
        check.findings().forEach(finding -> broken.add("account " + finding.account() + ": " + finding.what()));
        return tell(check, broken);
    }

    /** Which of the two has forgotten something. */
    private static Optional<String> behind(AuditDesk.Log log, WitnessedLog witnessed) {
        if (log.lastCheckpoint() < witnessed.last()) {
            return Optional.of("the database knows checkpoints up to " + log.lastCheckpoint()
                    + ": it was set back to an older state, or made anew");
        }
        if (witnessed.last() < log.lastWitnessed()) {
            return Optional.of(
                    "the witness ends at checkpoint " + witnessed.last() + ", and the database knows that it had "
                            + log.lastWitnessed() + ": checkpoints are lost, or the place is new and has got none yet");
        }
        return Optional.empty();
    }

    private static List<CheckpointDocument.Head> heads(List<Head> ends) {
        return ends.stream()
                .map(end -> new CheckpointDocument.Head(end.account(), end.sequence(), end.hash()))
                .toList();
    }

    private int tell(LogCheck check, List<String> broken) {
        out.println("chains       " + check.chains());
        out.println("entries      " + check.entries());
        out.println("verified     " + (broken.isEmpty() ? "yes" : "NO"));
        broken.forEach(what -> out.println("broken       " + what));
        out.flush();
        return broken.isEmpty() ? 0 : FINDING;
    }
}
