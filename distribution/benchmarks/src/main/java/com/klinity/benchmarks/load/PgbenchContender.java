package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;

/** The database alone, asked by pgbench. */
public final class PgbenchContender implements Contender {

    private final String name;
    private final Postgres postgres;
    private final Pgbench pgbench;
    private final boolean audited;

    /**
     * Runs a script.
     *
     * @param audited whether each transaction leaves an audit entry, which is checked
     */
    public PgbenchContender(String name, Postgres postgres, Path folder, String script, boolean audited) {
        this.name = name;
        this.postgres = postgres;
        this.pgbench = new Pgbench(postgres, folder, script);
        this.audited = audited;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample run(int seconds, int connections) {
        long before = postgres.auditEntries();
        PgbenchResult result = pgbench.run(seconds, connections);
        long entries = postgres.auditEntries() - before;
        long expected = audited ? result.transactions() : 0;
        if (entries != expected) {
            throw new BenchmarkFailure(
                    name + ": " + result.transactions() + " transactions left " + entries + " audit entries");
        }
        return result.sample();
    }
}
