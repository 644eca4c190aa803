package com.klinity.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Sample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Deadline AMPLE = new Deadline(InstantSource.system(), Duration.ofHours(1));

    private static final Rounds TWO_ROUNDS = new Rounds(Map.of(
            "slow", List.of(sample(100, 40), sample(300, 40)),
            "fast", List.of(sample(1000, 10), sample(1000, 20))));

    @Test
    void a_ratio_is_taken_within_each_round() {
        assertEquals(new Spread(0.2, 0.1, 0.3), TWO_ROUNDS.ratio("slow", "fast"));
    }

    @Test
    void a_ratio_by_cpu_turns_costs_into_answers() {
        assertEquals(new Spread(0.375, 0.25, 0.5), TWO_ROUNDS.ratioByCpu("slow", "fast"));
    }

    @Test
    void each_round_begins_with_another_contender() {
        List<String> order = new ArrayList<>();
        Rounds.run(List.of(noting("a", order), noting("b", order)), 2, 1, 1, AMPLE);
        assertEquals(List.of("a", "b", "b", "a"), order);
    }

    @Test
    void the_report_tells_the_ratio_of_the_first_contender_to_each_other() {
        Rounds rounds =
                Rounds.run(List.of(noting("a", new ArrayList<>()), noting("b", new ArrayList<>())), 3, 1, 1, AMPLE);
        assertTrue(Report.lines("title", rounds).getLast().startsWith("a : b"));
    }

    private static Contender noting(String name, List<String> order) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample run(int seconds, int connections) {
                order.add(name);
                return sample(1, 1);
            }
        };
    }

    private static Sample sample(double perSecond, double cpu) {
        return new Sample(perSecond, 1, 2, Map.of("process", cpu));
    }
}
