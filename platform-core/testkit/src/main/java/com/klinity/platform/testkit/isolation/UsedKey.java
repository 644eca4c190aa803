package com.klinity.platform.testkit.isolation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** An {@code Idempotency-Key} that another account has used: with a request of one's own, and with the other's. */
record UsedKey(Specimen specimen) implements Trial {

    private static final String HEADER = "Idempotency-Key";

    @Override
    public String place() {
        return "header " + HEADER;
    }

    @Override
    public void run(Arena arena) {
        World first = arena.world(specimen);
        World second = arena.world(specimen);
        World third = arena.world();
        World fourth = arena.world();
        Arena.Owner owner = arena.owner(specimen);
        String used = "key-" + UUID.randomUUID();
        owner.control(specimen, specimen.fill(Values.own(owner.world())).header(HEADER, used));
        Map<String, String> before = owner.state();
        Findings findings = new Findings(arena, specimen);
        Exchange own = own(arena, first, used);
        Exchange fresh = own(arena, second, "key-" + UUID.randomUUID());
        findings.alike("with a request of one's own", own, fresh);
        findings.untouched("with a request of one's own", owner, before, own, fresh);
        Exchange replay = copy(arena, third, owner.world(), Held::known, used);
        Exchange never = copy(arena, fourth, owner.world(), Held::never, "key-" + UUID.randomUUID());
        findings.alike("with the owner's request", replay, never);
        findings.untouched("with the owner's request", owner, before, replay, never);
    }

    private Exchange own(Arena arena, World caller, String key) {
        Request request = specimen.fill(Values.own(caller)).header(HEADER, key);
        return arena.play(caller, specimen, request, Set.of());
    }

    private Exchange copy(Arena arena, World caller, World owner, Function<Held, String> choice, String key) {
        Set<String> sent = new HashSet<>(Set.of(owner.marker()));
        specimen.places().forEach(place -> sent.add(choice.apply(owner.held(place.hole()))));
        Request request = specimen.fill(Values.copied(owner, choice)).header(HEADER, key);
        return arena.play(caller, specimen, request, sent);
    }
}
