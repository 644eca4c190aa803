package com.klinity.platform.testkit.isolation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Another account's ids with the right entity tag and with a wrong one: the answer must not tell which is right. */
record WrongTag(Specimen specimen) implements Trial {

    @Override
    public String place() {
        return "entity tag, right or wrong";
    }

    @Override
    public void run(Arena arena) {
        World caller = arena.world();
        Arena.Owner owner = arena.owner(specimen);
        Map<String, String> before = owner.state();
        Exchange right = play(arena, caller, owner.world(), true);
        Exchange wrong = play(arena, caller, owner.world(), false);
        Findings findings = new Findings(arena, specimen);
        findings.alike(place(), right, wrong);
        findings.untouched(place(), owner, before, right, wrong);
        owner.control(specimen, specimen.fill(Values.own(owner.world())));
    }

    private Exchange play(Arena arena, World caller, World owner, boolean right) {
        Values values = new Values() {
            @Override
            public String at(Place place) {
                Held held = owner.held(place.hole());
                return place.isTag() && !right ? held.never() : held.known();
            }

            @Override
            public String marker() {
                return caller.marker();
            }
        };
        Set<String> sent = specimen.places().stream().map(values::at).collect(Collectors.toSet());
        return arena.play(caller, specimen, specimen.fill(values), sent);
    }
}
