package com.klinity.platform.testkit.isolation;

import java.util.Set;
import java.util.function.Function;

/** What a specimen's holes are filled with. */
interface Values {

    String at(Place place);

    String marker();

    /** Everything is the account's own. */
    static Values own(World world) {
        return foreign(world, Set.of(), world, Held::own);
    }

    /** At those places values of another account, the rest is the caller's own. */
    static Values foreign(World caller, Set<Place> places, World other, Function<Held, String> choice) {
        return new Values() {
            @Override
            public String at(Place place) {
                return places.contains(place)
                        ? choice.apply(other.held(place.hole()))
                        : caller.held(place.hole()).own();
            }

            @Override
            public String marker() {
                return caller.marker();
            }
        };
    }

    /** The other account's request to the letter. */
    static Values copied(World other, Function<Held, String> choice) {
        return new Values() {
            @Override
            public String at(Place place) {
                return choice.apply(other.held(place.hole()));
            }

            @Override
            public String marker() {
                return other.marker();
            }
        };
    }
}
