package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.CpuTime;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server: authenticated, audited reads. */
public final class KlinityContender implements Contender {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final String name;
    private final KlinityServer server;
    private final Postgres postgres;
    private final Wrk wrk;
    private final Answers answers;
    private final AnswerCount count;

    /** Asked by wrk for what was asked for before. */
    public KlinityContender(String name, KlinityServer server, Postgres postgres, Wrk wrk, Answers answers) {
        this.name = name;
        this.server = server;
        this.postgres = postgres;
        this.wrk = wrk;
        this.answers = answers;
        this.count = new AnswerCount(server.management());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample run(int seconds, int connections) {
        Map<Integer, Long> before = count.byStatus();
        long entries = postgres.auditEntries();
        Duration jvm = CpuTime.of(server.pid());
        Duration database = CpuTime.ofTree(postgres.pid());
        WrkResult result = wrk.run(server.address(), seconds, connections)
                .check(answers.shortest(), answers.longest(), connections);
        jvm = CpuTime.of(server.pid()).minus(jvm);
        database = CpuTime.ofTree(postgres.pid()).minus(database);
        checkAudit(before, entries, result.answers(), connections);
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("server", Sample.micros(jvm, result.counted()));
        cpu.put("postgres", Sample.micros(database, result.counted()));
        cpu.put("client", Sample.micros(result.cpu(), result.counted()));
        return new Sample(result.perSecond(), result.p50Micros(), result.p99Micros(), cpu);
    }

    /** Each answer has its entry, those included that wrk did not wait for. */
    private void checkAudit(Map<Integer, Long> before, long entriesBefore, long seen, int connections) {
        long given = new Settling(
                        () -> count.since(before), () -> postgres.auditEntries() - entriesBefore, BETWEEN_LOOKS)
                .await();
        if (given < seen || given > seen + 2L * connections) {
            throw new BenchmarkFailure("wrk saw " + seen + " answers, the server counts " + given);
        }
    }
}
