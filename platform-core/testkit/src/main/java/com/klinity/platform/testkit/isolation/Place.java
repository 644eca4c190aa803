package com.klinity.platform.testkit.isolation;

import java.util.Locale;

/**
 * Where in a request a value stands.
 *
 * @param location which part
 * @param name     of the parameter or header; the media type for a body
 * @param hole     which value it is
 */
record Place(Location location, String name, String hole) {

    enum Location {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /** Tags are numbers that all accounts have; they tell something only together with whose they are. */
    boolean isTag() {
        return hole.endsWith(World.TAG);
    }

    String label() {
        String part = location.name().toLowerCase(Locale.ROOT);
        return location == Location.BODY ? part + " ${" + hole + "}" : part + " " + name;
    }
}
