package com.klinity.audit.verification;

import java.util.ArrayList;
import java.util.List;

/** A chain made here rather than by a server, for what a server would not write. */
public final class Chain {

    /** Whose it is. */
    public static final String ACCOUNT = "0192f0c0-0000-7000-8000-000000000001";

    private final List<ChainEntry> entries = new ArrayList<>();

    /** Adds a read of that type of resource, with these details. */
    public Chain read(String type, String details) {
        List<String> fields = List.of(
                Integer.toString(entries.size() + 1),
                "2026-01-31T09:30:00.000001Z",
                ACCOUNT,
                "::1",
                "read",
                type,
                "a b",
                "success",
                "r",
                details);
        String hash = new ChainEntry(fields, "").expectedHash(ACCOUNT, head());
        entries.add(new ChainEntry(fields, hash));
        return this;
    }

    /** Its entries. */
    public List<ChainEntry> entries() {
        return List.copyOf(entries);
    }

    /** Hash of the last entry. */
    public String head() {
        return entries.isEmpty() ? ChainEntry.GENESIS : entries.getLast().hash();
    }

    /** The exported file. */
    public String csv() {
        return csv(1, entries.size());
    }

    /** The exported file of a part. */
    public String csv(int first, int last) {
        StringBuilder csv = new StringBuilder(AuditCsv.HEADER).append(AuditCsv.LINE_BREAK);
        entries.subList(first - 1, last).forEach(entry -> csv.append(AuditCsv.line(entry)));
        return csv.toString();
    }

    /** One entry's line. */
    public String line(int sequence) {
        return AuditCsv.line(entries.get(sequence - 1));
    }
}
