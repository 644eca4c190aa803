package com.klinity.platform.spi;

import java.util.List;

/**
 * One kind of data a feature holds, for the retention table of the trust page and for the export and erasure of an
 * account.
 *
 * @param name      what people call it, such as {@code "Patients"}
 * @param phi       whether it is protected health information (45 CFR §160.103)
 * @param retention how long it is kept, one sentence
 * @param tables    qualified table names, in an order in which their rows can be deleted
 */
public record DataKind(String name, boolean phi, String retention, List<String> tables) {

    /** Copies the list. */
    public DataKind {
        tables = List.copyOf(tables);
    }
}
