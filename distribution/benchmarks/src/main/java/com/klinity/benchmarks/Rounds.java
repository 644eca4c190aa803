package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Samples of all contenders, taken in turn.
 *
 * @param samples by contender, one a round
 */
record Rounds(Map<String, List<Sample>> samples) {

    /**
     * Runs them; each round begins with another contender, so that none always comes after the same one. Ends before the
     * deadline when another round might not, but not without one round.
     */
    static Rounds run(List<Contender> contenders, int rounds, int seconds, int connections, Deadline deadline) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        contenders.forEach(contender -> samples.put(contender.name(), new ArrayList<>()));
        List<Contender> order = new ArrayList<>(contenders);
        for (int round = 0; round < rounds && deadline.admits(round); round++) {
            for (Contender contender : order) {
                Objects.requireNonNull(samples.get(contender.name())).add(contender.run(seconds, connections));
            }
            Collections.rotate(order, 1);
        }
        return new Rounds(samples);
    }

    List<Sample> of(String contender) {
        return Objects.requireNonNull(samples.get(contender), contender);
    }

    /** How many times as many answers a second one gave as the other, round by round. */
    Spread ratio(String one, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(one).size(); round++) {
            ratios.add(of(one).get(round).perSecond() / of(other).get(round).perSecond());
        }
        return Spread.of(ratios);
    }

    /**
     * How many times as many answers one would give as the other where only CPU time counts, round by round. Others' work
     * on the machine hardly shows in it.
     */
    Spread ratioByCpu(String one, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(one).size(); round++) {
            ratios.add(of(other).get(round).allCpuMicros() / of(one).get(round).allCpuMicros());
        }
        return Spread.of(ratios);
    }

    /** Medians over all rounds. */
    Sample typical(String contender) {
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpuMicros(contender).forEach((process, spread) -> cpu.put(process, spread.median()));
        return new Sample(
                perSecond(contender).median(),
                p50Micros(contender).median(),
                p99Micros(contender).median(),
                cpu);
    }

    Spread perSecond(String contender) {
        return Spread.of(of(contender).stream().map(Sample::perSecond).toList());
    }

    Spread p50Micros(String contender) {
        return Spread.of(of(contender).stream().map(Sample::p50Micros).toList());
    }

    Spread p99Micros(String contender) {
        return Spread.of(of(contender).stream().map(Sample::p99Micros).toList());
    }

    /** CPU time an answer, by process. */
    Map<String, Spread> cpuMicros(String contender) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        of(contender)
                .getFirst()
                .cpuMicros()
                .keySet()
                .forEach(process -> spreads.put(
                        process,
                        Spread.of(of(contender).stream()
                                .map(sample -> Objects.requireNonNull(
                                        sample.cpuMicros().get(process)))
                                .toList())));
        return spreads;
    }
}
