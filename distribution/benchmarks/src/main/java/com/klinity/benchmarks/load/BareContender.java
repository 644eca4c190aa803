package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BareServer;
import com.klinity.benchmarks.machine.CpuTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Helidon alone, with the same bytes.
 *
 * @param server  the process
 * @param wrk     asks it
 * @param answers what it answers
 */
public record BareContender(BareServer server, Wrk wrk, Answers answers) implements Contender {

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Sample run(int seconds, int connections) {
        Duration jvm = CpuTime.of(server.child().pid());
        int length = answers.first().length;
        WrkResult result = wrk.run(server.address(), seconds, connections).check(length, length, connections);
        jvm = CpuTime.of(server.child().pid()).minus(jvm);
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("server", Sample.micros(jvm, result.counted()));
        cpu.put("client", Sample.micros(result.cpu(), result.counted()));
        return new Sample(result.perSecond(), result.p50Micros(), result.p99Micros(), cpu);
    }
}
