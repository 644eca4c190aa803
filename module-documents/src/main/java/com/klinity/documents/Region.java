package com.klinity.documents;

import com.klinity.platform.spi.Scope;

/**
 * In what language and zone times are written.
 *
 * @param locale   BCP 47 tag
 * @param timeZone name in the IANA time zone database
 */
record Region(String locale, String timeZone) {

    private static final String FIND = "select platform.account_region() as region";

    /** What the account's settings say now. */
    static Region of(Scope scope) {
        return scope.sql(FIND).first(row -> row.json("region", Region.class)).orElseThrow();
    }
}
