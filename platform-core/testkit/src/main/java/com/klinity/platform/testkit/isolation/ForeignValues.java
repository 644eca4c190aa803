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
        World caller = arena.world();
        specimen.places().stream().filter(at -> !places.contains(at)).forEach(at -> caller.held(at.hole()));
        Arena.Owner owner = arena.owner(specimen);
        compare(arena, caller, owner, "before the owner's own request");
        owner.control(specimen, specimen.fill(Values.own(owner.world())));
        compare(arena, caller, owner, "after the owner's own request");
    }

    private void compare(Arena arena, World caller, Arena.Owner owner, String when) {
        Map<String, String> before = owner.state();
        Exchange theirs = play(arena, caller, owner, Held::known);
        Exchange none = play(arena, caller, owner, Held::never);
        Findings findings = new Findings(arena, specimen);
        findings.alike(when, theirs, none);
        findings.untouched(when, owner, before, theirs, none);
    }

    private Exchange play(Arena arena, World caller, Arena.Owner owner, Function<Held, String> choice) {
        Request request = specimen.fill(Values.foreign(caller, places, owner.world(), choice));
        Set<String> sent = places.stream()
                .map(at -> choice.apply(owner.world().held(at.hole())))
                .collect(Collectors.toSet());
        return arena.play(caller, specimen, request, sent);
    }
}
