package com.klinity.platform.database;

import com.klinity.platform.spi.Row;
import java.util.List;

/**
 * A table of accounts that no loaded feature answers for.
 *
 * @param kept       why its rows outlive their account; empty when they do not
 * @param references tables that its rows refer to
 */
record Table(
        String name,
        String feature,
        String kind,
        boolean phi,
        String retention,
        String kept,
        boolean filled,
        List<String> references) {

    static Table of(Row row) {
        String references = row.text("refers");
        return new Table(
                row.text("name"),
                row.text("feature"),
                row.text("kind"),
                row.flag("phi"),
                row.text("retention"),
                row.text("kept"),
                row.flag("filled"),
                references.isEmpty() ? List.of() : List.of(references.split(" ", -1)));
    }
}
