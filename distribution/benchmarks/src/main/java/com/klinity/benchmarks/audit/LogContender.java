package com.klinity.benchmarks.audit;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Sample;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.CpuTime;
import com.klinity.benchmarks.machine.Postgres;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A log that many callers append to at the same time, through the server's own writer.
 *
 * @param name     in the report
 * @param postgres the log's
 * @param callers  who append
 */
record LogContender(String name, Postgres postgres, Callers callers) implements Contender {

    private static final double NANOS_A_SECOND = 1e9;

    /** Each connection is a caller who waits until its entry is durable. */
    @Override
    public Sample run(int seconds, int connections) {
        long before = postgres.auditEntries();
        Duration own = CpuTime.of(ProcessHandle.current().pid());
        Duration database = CpuTime.ofTree(postgres.pid());
        long begin = System.nanoTime();
        Latencies latencies = callers.append(Duration.ofSeconds(seconds), connections);
        double took = (System.nanoTime() - begin) / NANOS_A_SECOND;
        own = CpuTime.of(ProcessHandle.current().pid()).minus(own);
        database = CpuTime.ofTree(postgres.pid()).minus(database);
        long entries = postgres.auditEntries() - before;
        if (entries != latencies.count()) {
            throw new BenchmarkFailure(name + ": " + latencies.count() + " appends left " + entries + " entries");
        }
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("writer", Sample.micros(own, (double) entries));
        cpu.put("postgres", Sample.micros(database, (double) entries));
        return new Sample(entries / took, latencies.micros(50), latencies.micros(99), cpu);
    }
}
