package com.klinity.audit.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Goes through a file with a part of a log, of which the beginning and the end are known from elsewhere.
 *
 * @param account      its id in lower case
 * @param first        sequence of the first entry
 * @param last         sequence of the last entry
 * @param previousHash of the entry before the first; {@link ChainEntry#GENESIS} when there is none
 * @param firstHash    of the first entry
 * @param lastHash     of the last entry
 */
public record SegmentWalk(
        String account, long first, long last, String previousHash, String firstHash, String lastHash) {

    /**
     * The first thing in the file that is not what the server wrote, in words; empty when there is none. Reads with
     * constant memory.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<String> fault(InputStream file) throws IOException {
        RawRecords records = new RawRecords(file);
        ChainCheck chain = new ChainCheck(account, first - 1, previousHash);
        Optional<byte[]> record = records.next();
        if (!record.map(SegmentWalk::text).equals(Optional.of(AuditCsv.HEADER + AuditCsv.LINE_BREAK))) {
            return Optional.of("line 1 is not the header of an audit export");
        }
        for (record = records.next(); record.isPresent(); record = records.next()) {
            Optional<ChainEntry> entry = AuditCsv.entry(record.get());
            if (entry.isEmpty() || !follows(chain, entry.get())) {
                return Optional.of("what follows entry " + (first - 1 + chain.entries()) + " is not right");
            }
        }
        boolean whole = chain.entries() == last - first + 1 && chain.head().equals(lastHash);
        return whole ? Optional.empty() : Optional.of("it does not end with entry " + last);
    }

    private static String text(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }

    private boolean follows(ChainCheck chain, ChainEntry entry) {
        if (chain.entries() == 0 && !entry.hash().equals(firstHash)) {
            return false;
        }
        chain.next(entry);
        return chain.firstBroken().isEmpty();
    }
}
