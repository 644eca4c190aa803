package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which resources an answer is about, as its reader sees it.
 *
 * @param listed  what a list shows; then it is about just these
 * @param single  what an object is and what the path names; then it is about one or more of these
 * @param empty   whether a list shows nothing; then it may be about nothing
 * @param account whose call it was; what has no resource is about the account, or none
 */
record Touched(Set<UUID> listed, Set<UUID> single, boolean empty, UUID account) {

    private static final int LENGTH = 36;

    /** A refusal is about nothing. */
    static boolean fits(Set<UUID> ids, Specimen specimen, World own, Answer answer) {
        return answer.status() / 100 == 2 ? of(specimen, own, answer).fits(ids) : ids.isEmpty();
    }

    private static Touched of(Specimen specimen, World own, Answer answer) {
        Set<UUID> listed = Set.of();
        Set<UUID> single = named(specimen, own);
        boolean empty = false;
        if (String.valueOf(answer.header("Content-Type")).startsWith("application/json")) {
            JsonNode body = answer.json();
            listed = ids(body.path("items").valueStream());
            single.addAll(ids(Stream.of(body)));
            empty = body.path("items").isArray() && body.path("items").isEmpty();
        }
        return new Touched(listed, single, empty, own.practitioner().account());
    }

    private boolean fits(Set<UUID> ids) {
        if (!listed.isEmpty()) {
            return ids.equals(listed);
        }
        boolean named = !ids.isEmpty() || empty;
        return single.isEmpty() ? Set.of(account).containsAll(ids) : named && single.containsAll(ids);
    }

    private static Set<UUID> ids(Stream<JsonNode> objects) {
        return objects.map(object -> object.path("id").asString(""))
                .filter(id -> id.length() == LENGTH)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> named(Specimen specimen, World own) {
        return specimen.places().stream()
                .filter(place -> place.location() == Place.Location.PATH)
                .map(place -> UUID.fromString(own.own(place.hole())))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
