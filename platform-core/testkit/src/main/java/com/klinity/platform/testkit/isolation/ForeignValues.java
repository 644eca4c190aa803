package com.klinity.platform.testkit.isolation;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Another account's values at some places of a request, the caller's own at the others: before their owner has done the
 * same, and again afterwards, when what is there may be used, signed or gone.
 */
record ForeignValues(Specimen specimen, String place, Set<Place> places) implements Trial {

    @Override
    public void run(Arena arena) {
        Caller caller = new Caller(arena);
        Arena.Owner owner = arena.owner(specimen);
        compare(arena, caller, owner, "before the owner's own request");
        owner.control(specimen, specimen.fill(Values.own(owner.world())));
        compare(arena, caller, owner, "after the owner's own request");
    }

    private void compare(Arena arena, Caller caller, Arena.Owner owner, String when) {
        Map<String, String> before = owner.state();
        Exchange theirs = caller.play(owner.world(), Held::known);
        Exchange none = caller.play(owner.world(), Held::never);
        Findings findings = new Findings(arena, specimen);
        findings.alike(when, theirs, none);
        findings.untouched(when, owner, before, theirs, none);
    }

    /** The same account until a request succeeds, then a new one: what it has is no longer what it was. */
    private final class Caller {

        private final Arena arena;
        private World world;

        Caller(Arena arena) {
            this.arena = arena;
            this.world = fresh();
        }

        private World fresh() {
            World fresh = arena.world();
            specimen.places().stream().filter(at -> !places.contains(at)).forEach(at -> fresh.held(at.hole()));
            return fresh;
        }

        Exchange play(World owner, Function<Held, String> choice) {
            Request request = specimen.fill(Values.foreign(world, places, owner, choice));
            Set<String> sent = places.stream()
                    .map(at -> choice.apply(owner.held(at.hole())))
                    .collect(Collectors.toSet());
            Exchange exchange = arena.play(world, specimen, request, sent);
            if (exchange.succeeded()) {
                world = fresh();
            }
            return exchange;
        }
    }
}
