package com.klinity.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What pgbench did.
 *
 * @param transactions all that it committed or rolled back
 * @param perSecond    transactions a second after the first second
 * @param counted      transactions after the first second, to a fraction
 * @param client       pgbench's own CPU time for those
 * @param database     the database's CPU time for those
 * @param log          how long some of them took
 */
record PgbenchResult(
        long transactions, double perSecond, double counted, Duration client, Duration database, PgbenchLog log) {

    Sample sample() {
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("postgres", Sample.micros(database, counted));
        cpu.put("client", Sample.micros(client, counted));
        return new Sample(perSecond, log.micros(50), log.micros(99), cpu);
    }
}
