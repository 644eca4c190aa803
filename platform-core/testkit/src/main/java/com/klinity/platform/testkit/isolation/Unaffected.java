package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

/** The same request of two accounts, before and after a third one has much more: lists, totals and names tell nothing. */
record Unaffected(Specimen specimen) implements Trial {

    @Override
    public String place() {
        return "whatever others have";
    }

    @Override
    public void run(Arena arena) {
        World early = arena.world(specimen);
        World late = arena.world(specimen);
        Exchange expected = arena.play(early, specimen, specimen.fill(Values.own(early)), Set.of());
        assertTrue(expected.succeeded(), () -> "the specimen proves nothing: " + expected.answer());
        Arena.Owner owner = arena.owner(specimen);
        owner.control(specimen, specimen.fill(Values.own(owner.world())));
        Map<String, String> before = owner.state();
        Exchange actual = arena.play(late, specimen, specimen.fill(Values.own(late)), Set.of());
        assertEquals(Told.by(expected), Told.by(actual), "what a third account has makes a difference");
        new Findings(arena, specimen).untouched(place(), owner, before, expected, actual);
    }
}
