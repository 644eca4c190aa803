package com.klinity.audit.verification;

import com.klinity.audit.verification.OfflineVerifier.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes through one exported file until something in it is not what the server wrote. For one use. */
final class ExportWalk {

    /** In place of a head when the file may end anywhere. */
    static final String ANYWHERE = "";

    private static final int USER_ID = 2;
    private static final int RESOURCE_ID = 6;
    private static final long NOWHERE = -1;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Optional<Manifest> manifest;
    private final String wantedHead;
    private long wantedHeadAt;
    private ChainCheck check;
    private long following;

    ExportWalk(Optional<Manifest> manifest, String wantedHead) {
        this.manifest = manifest;
        this.wantedHead = wantedHead;
        this.check = manifest.map(ExportWalk::beginning).orElseGet(() -> new ChainCheck(""));
        this.wantedHeadAt = wantedHead.equals(check.head()) ? 0 : NOWHERE;
    }

    private static ChainCheck beginning(Manifest manifest) {
        return new ChainCheck(manifest.account().toString(), manifest.first() - 1, manifest.previousHash());
    }

    Report over(InputStream file) throws IOException {
        if (manifest.isPresent() && !manifest.get().isConsistent()) {
            return new Report(0, ChainEntry.GENESIS, Optional.of("the manifest contradicts itself"));
        }
        if (manifest.isPresent() && !manifest.get().isProven()) {
            return new Report(
                    0, ChainEntry.GENESIS, Optional.of("the manifest's checkpoint proves nothing of this part"));
        }
        RawRecords records = new RawRecords(file);
        Optional<byte[]> record = records.next();
        if (!record.map(ExportWalk::text).equals(Optional.of(AuditCsv.HEADER + AuditCsv.LINE_BREAK))) {
            return report(Optional.of("line 1 is not the header of an audit export"));
        }
        for (record = records.next(); record.isPresent(); record = records.next()) {
            Optional<String> fault = AuditCsv.entry(record.get())
                    .map(this::fault)
                    .orElseGet(() ->
                            Optional.of("entry " + sequenceAfter(following) + " is not in the form of an export"));
            if (fault.isPresent()) {
                return report(fault);
            }
        }
        return report(manifest.flatMap(this::faultOfEnd).or(this::faultOfHead));
    }

    private static String text(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }

    private Optional<String> fault(ChainEntry entry) {
        if (manifest.isEmpty() && following == 0) {
            if (!entry.sequence().equals("1")) {
                return Optional.of("the first entry has sequence " + entry.sequence()
                        + ": a part of a log is checked with its manifest");
            }
            check = new ChainCheck(account(entry));
        }
        if (manifest.isPresent() && manifest.get().entries() == following) {
            return Optional.of("entry with sequence " + entry.sequence() + " comes after the manifest's last");
        }
        check.next(entry);
        if (check.firstBroken().isPresent()) {
            return Optional.of("entry with sequence " + entry.sequence());
        }
        following++;
        if (entry.hash().equals(wantedHead)) {
            wantedHeadAt = following;
        }
        boolean denied = following == 1
                && manifest.isPresent()
                && !entry.hash().equals(manifest.get().firstHash());
        if (denied) {
            return Optional.of("the manifest has another hash for its first entry");
        }
        return manifest.filter(stated -> stated.denies(entry))
                .map(stated -> "the manifest's checkpoint has another hash for entry " + entry.sequence());
    }

    /**
     * The chain belongs to the account that made its first entry. One that was suspended before it did anything begins
     * with the operator's entry, which is about the account.
     */
    private static String account(ChainEntry first) {
        String user = first.fields().get(USER_ID);
        return ACCOUNT.matcher(user).matches() ? user : first.fields().get(RESOURCE_ID);
    }

    private Optional<String> faultOfEnd(Manifest stated) {
        if (following < stated.entries()) {
            return Optional.of("entry with sequence " + sequenceAfter(following) + " is missing");
        }
        return check.head().equals(stated.lastHash())
                ? Optional.empty()
                : Optional.of("the manifest has another hash for its last entry");
    }

    private Optional<String> faultOfHead() {
        if (wantedHead.equals(ANYWHERE) || wantedHeadAt == following) {
            return Optional.empty();
        }
        return Optional.of(
                wantedHeadAt == NOWHERE
                        ? "entry with sequence " + sequenceAfter(following) + " is missing"
                        : "entry with sequence " + sequenceAfter(wantedHeadAt) + " comes after the head");
    }

    private long sequenceAfter(long entries) {
        return manifest.map(Manifest::first).orElse(1L) + entries;
    }

    private Report report(Optional<String> fault) {
        return new Report(following, check.head(), fault);
    }
}
