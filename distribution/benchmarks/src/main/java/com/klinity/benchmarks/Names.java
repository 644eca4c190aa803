package com.klinity.benchmarks;

/** What the contenders are called in reports. */
final class Names {

    /** pgbench with all in one PL/pgSQL call. */
    static final String ONE_CALL = "pgbench one call";

    /** pgbench with the server's statements. */
    static final String STATEMENTS = "pgbench statements";

    private Names() {}
}
