package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.benchmarks.disturb.Disturbance;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final int HALF_AN_HOUR = 150;

    @Test
    void a_seed_plans_the_same_episodes_again() {
        assertEquals(Episode.of(7, 3), Episode.of(7, 3));
    }

    @Test
    void somebody_disturbs_in_every_episode() {
        assertFalse(IntStream.range(0, HALF_AN_HOUR)
                .anyMatch(number -> Episode.of(7, number).disturbances().isEmpty()));
    }

    @Test
    void every_disturbance_and_every_fault_comes() {
        Set<Disturbance> disturbances = IntStream.range(0, HALF_AN_HOUR)
                .boxed()
                .flatMap(number -> Episode.of(7, number).disturbances().stream())
                .collect(Collectors.toSet());
        Set<Episode.Fault> faults = IntStream.range(0, HALF_AN_HOUR)
                .mapToObj(number -> Episode.of(7, number).fault())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Disturbance.class), disturbances);
        assertEquals(EnumSet.allOf(Episode.Fault.class), faults);
    }
}
