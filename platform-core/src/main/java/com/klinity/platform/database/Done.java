package com.klinity.platform.database;

import java.util.List;

/**
 * What a piece of work gave, and what the audit log is told of it before anybody else hears.
 *
 * @param value   its result
 * @param entries what it did; none for what need not be told
 */
public record Done<T>(T value, List<AuditEntry> entries) {

    /** Copies the list. */
    public Done {
        entries = List.copyOf(entries);
    }
}
