package com.klinity.benchmarks.steps;

import java.util.Locale;

/**
 * What a step of a request costs.
 *
 * @param name     what it is
 * @param server   CPU time in the server's JVM, in microseconds
 * @param postgres CPU time in PostgreSQL, in microseconds
 */
public record Step(String name, double server, double postgres) {

    /** As a line of a table. */
    public String line() {
        return String.format(Locale.ROOT, "%-42s %8.1f %8.1f", name, server, postgres);
    }

    /** The heading of that table. */
    public static String heading() {
        return String.format(Locale.ROOT, "%-42s %8s %8s", "CPU µs", "server", "postgres");
    }
}
