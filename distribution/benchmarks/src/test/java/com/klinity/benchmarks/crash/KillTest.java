package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillTest {

    private static final long SEED = 17;

    @Test
    void a_seed_always_plans_the_same_kills() {
        assertEquals(kills(SEED), kills(SEED));
    }

    @Test
    void another_seed_plans_others() {
        assertNotEquals(kills(SEED), kills(SEED + 1));
    }

    @Test
    void all_kinds_are_planned() {
        Set<Kill.Victims> victims = kills(SEED).stream().map(Kill::victims).collect(Collectors.toSet());
        assertEquals(Set.of(Kill.Victims.values()), victims);
    }

    @Test
    void a_writer_of_a_seed_always_asks_for_the_same() {
        assertEquals(asked(SEED), asked(SEED));
    }

    @Test
    void another_seed_asks_for_something_else() {
        assertNotEquals(asked(SEED), asked(SEED + 1));
    }

    private static List<Kill> kills(long seed) {
        return IntStream.range(0, 200).mapToObj(number -> Kill.of(seed, number)).toList();
    }

    private static List<Operation> asked(long seed) {
        UUID account = new UUID(1, 1);
        Holdings holdings = new Holdings(account);
        Choice choice = new Choice(Kill.random(seed, 3, 5), holdings);
        return IntStream.range(0, 100)
                .mapToObj(number -> {
                    Operation next = choice.next("w5-" + number);
                    holdings.done(next, Answers.to(next, number));
                    return next;
                })
                .toList();
    }
}
