package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the matrix plays: how an account comes to have things, and at least one example request for each route. Text in
 * braces after a dollar sign stands for a value of the account: <code>${patient}</code> is the id of the thing named
 * patient, <code>${patient#etag}</code> the entity tag it was made with, <code>${marker}</code> a word of the account's
 * own that belongs into each text.
 */
public final class Specimens {

    private final Map<String, Function<World, Map<String, Held>>> makers = new HashMap<>();
    private final Set<String> things = new TreeSet<>();
    private final List<Specimen> requests = new ArrayList<>();

    /** None yet. */
    public Specimens() {}

    /** How to make a thing; the answer's body has its {@code id}. */
    public Specimens thing(String name, Function<World, Answer> maker) {
        things.add(name);
        return maker(name, world -> {
            Answer made = World.successful(maker.apply(world));
            Map<String, Held> values = new HashMap<>();
            values.put(name, Held.id(made.id()));
            if (made.header("ETag") != null) {
                values.put(name + World.TAG, Held.tag(made.etag()));
            }
            return values;
        });
    }

    /** A thing that is made by a {@code POST} of JSON. */
    public Specimens thing(String name, String path, String json) {
        return thing(name, world -> world.post(path, json));
    }

    /** How to come by another value. */
    public Specimens value(String name, Function<World, Held> maker) {
        return maker(name, world -> Map.of(name, maker.apply(world)));
    }

    private Specimens maker(String name, Function<World, Map<String, Held>> maker) {
        if (makers.put(name, maker) != null) {
            throw new IllegalArgumentException("two ways to make ${" + name + "}");
        }
        return this;
    }

    /** Example requests; the order means nothing. */
    public Specimens requests(Specimen... specimens) {
        requests.addAll(List.of(specimens));
        return this;
    }

    /** Those of another feature as well. */
    public Specimens and(Specimens others) {
        others.makers.forEach(this::maker);
        things.addAll(others.things);
        requests.addAll(others.requests);
        return this;
    }

    /** What an account can have. */
    Set<String> things() {
        return Set.copyOf(things);
    }

    List<Specimen> requests() {
        return List.copyOf(requests);
    }

    Map<String, Held> make(String name, World world) {
        Function<World, Map<String, Held>> maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("nothing says how to make ${" + name + "}");
        }
        return maker.apply(world);
    }
}
