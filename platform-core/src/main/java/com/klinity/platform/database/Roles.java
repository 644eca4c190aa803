package com.klinity.platform.database;

/** The database roles beside owner and app, whose names are fixed. */
final class Roles {

    /** Suspends accounts and keeps the incident register; no right on clinical tables. */
    static final String OPERATOR = "klinity_operator";

    /** Removes what is past its retention. */
    static final String RETENTION = "klinity_retention";

    private Roles() {}
}
