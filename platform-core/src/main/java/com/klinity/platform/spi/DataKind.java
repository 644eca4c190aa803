package com.klinity.platform.spi;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One kind of data a feature holds, for the retention table of the trust page and for the export and erasure of an
 * account.
 *
 * @param name          what people call it, such as {@code "Patients"}; unique in its feature
 * @param phi           whether it is protected health information (45 CFR §160.103)
 * @param retention     how long it is kept, one sentence
 * @param tables        qualified table names, in an order in which their rows can be deleted
 * @param afterDeletion what becomes of the rows once the account is deleted
 */
public record DataKind(String name, boolean phi, String retention, List<String> tables, AfterDeletion afterDeletion) {

    private static final Pattern QUALIFIED = Pattern.compile("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when one of its names has no schema, or is none that needs no quotes
     */
    public DataKind {
        tables = List.copyOf(tables);
        if (!tables.stream().allMatch(table -> QUALIFIED.matcher(table).matches())) {
            throw new IllegalArgumentException("a table's name is schema.table, in lower case");
        }
    }

    /** Data that is erased with its account, as nearly all is. */
    public DataKind(String name, boolean phi, String retention, List<String> tables) {
        this(name, phi, retention, tables, new AfterDeletion.Erased());
    }
}
