package com.klinity.audit.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Checks an exported file without a server. */
public final class OfflineVerifier {

    private static final int USER_ID = 2;

    private OfflineVerifier() {}

    /**
     * What a check found.
     *
     * @param entries     lines after the header
     * @param head        hash of the last entry that follows
     * @param firstBroken the first line that is not what the server wrote, in words; empty when all are
     */
    public record Report(long entries, String head, Optional<String> firstBroken) {}

    /**
     * Reads to the end; constant memory.
     *
     * @throws IOException when the file cannot be read
     */
    public static Report verify(Reader file) throws IOException {
        try (BufferedReader in = new BufferedReader(file)) {
            Optional<List<String>> header = AuditCsv.read(in);
            if (!header.map(fields -> String.join(",", fields)).equals(Optional.of(AuditCsv.HEADER))) {
                return new Report(0, ChainEntry.GENESIS, Optional.of("line 1 is not the header of an audit export"));
            }
            return entries(in);
        }
    }

    private static Report entries(BufferedReader in) throws IOException {
        Optional<List<String>> record = AuditCsv.read(in);
        ChainCheck check = new ChainCheck(record.map(OfflineVerifier::account).orElse(""));
        while (record.isPresent()) {
            if (record.get().size() != ChainEntry.FIELDS + 1) {
                String where = "entry " + (check.entries() + 1) + " has not the fields of an entry";
                return new Report(check.entries(), check.head(), Optional.of(where));
            }
            check.next(new ChainEntry(
                    record.get().subList(0, ChainEntry.FIELDS), record.get().getLast()));
            record = AuditCsv.read(in);
        }
        return new Report(
                check.entries(), check.head(), check.firstBroken().map(sequence -> "entry with sequence " + sequence));
    }

    /** The chain belongs to the account that made its first entry. */
    private static String account(List<String> first) {
        return first.size() > USER_ID ? first.get(USER_ID) : "";
    }
}
