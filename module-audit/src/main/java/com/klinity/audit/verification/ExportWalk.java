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

    private final String wantedHead;
    private long wantedHeadAt;
    private ChainCheck check = new ChainCheck("");
    private long following;

    ExportWalk(String wantedHead) {
        this.wantedHead = wantedHead;
        this.wantedHeadAt = wantedHead.equals(ChainEntry.GENESIS) ? 0 : NOWHERE;
    }

    Report over(InputStream file) throws IOException {
        RawRecords records = new RawRecords(file);
        Optional<byte[]> record = records.next();
        if (!record.map(ExportWalk::text).equals(Optional.of(AuditCsv.HEADER + AuditCsv.LINE_BREAK))) {
            return broken("line 1 is not the header of an audit export");
        }
        for (record = records.next(); record.isPresent(); record = records.next()) {
            Optional<ChainEntry> entry = AuditCsv.entry(record.get());
            if (entry.isEmpty()) {
                return broken("entry " + (following + 1) + " is not in the form of an export");
            }
            if (!follows(entry.get())) {
                return broken("entry with sequence " + entry.get().sequence());
            }
        }
        return end();
    }

    private static String text(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }

    private boolean follows(ChainEntry entry) {
        if (following == 0) {
            check = new ChainCheck(account(entry));
        }
        check.next(entry);
        if (check.firstBroken().isPresent()) {
            return false;
        }
        following++;
        if (entry.hash().equals(wantedHead)) {
            wantedHeadAt = following;
        }
        return true;
    }

    /**
     * The chain belongs to the account that made its first entry. One that was suspended before it did anything begins
     * with the operator's entry, which is about the account.
     */
    private static String account(ChainEntry first) {
        String user = first.fields().get(USER_ID);
        return ACCOUNT.matcher(user).matches() ? user : first.fields().get(RESOURCE_ID);
    }

    private Report end() {
        if (wantedHead.equals(ANYWHERE) || wantedHeadAt == following) {
            return new Report(following, check.head(), Optional.empty());
        }
        return wantedHeadAt == NOWHERE
                ? broken("entry with sequence " + (following + 1) + " is missing")
                : broken("entry with sequence " + (wantedHeadAt + 1) + " comes after the head");
    }

    private Report broken(String where) {
        return new Report(following, check.head(), Optional.of(where));
    }
}
