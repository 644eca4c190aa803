package com.klinity.platform.server;

import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the route of a request. Safe for many threads. */
final class RouteTable {

    /** As GET, for everything but the body (RFC 9110 §9.3.2). */
    static final String HEAD = "HEAD";

    private final Map<Integer, List<Route>> bySegments;

    RouteTable(List<Route> routes) {
        bySegments = routes.stream()
                .sorted(Comparator.comparingLong((Route route) -> route.path().fixed())
                        .reversed())
                .collect(Collectors.groupingBy(route -> route.path().segments().size()));
    }

    /** A route and the values of its path's parameters. */
    record Match(Route route, Map<String, String> parameters) {}

    /**
     * The route of that method and path.
     *
     * @param method as in the request, perhaps one that no route may have
     * @param path   as in the request, undecoded: a resource has the one spelling that is declared
     * @throws Refusal 404, or 405 with the methods that would do
     */
    Match find(String method, String path) {
        List<Match> here = matches(PathPattern.split(path));
        if (here.isEmpty()) {
            throw Refusal.notFound();
        }
        String declared = method.equals(HEAD) ? Method.GET.name() : method;
        Optional<Match> exact = here.stream()
                .filter(match -> match.route().method().name().equals(declared))
                .findFirst();
        return exact.orElseThrow(() -> notAllowed(here));
    }

    /**
     * Where a resource is read: the {@code GET} of that path, or of the nearest one above it, that the feature answers to
     * who is signed in; none when there is no such route.
     */
    Optional<Match> reading(String path, String feature) {
        return matches(PathPattern.split(path)).stream()
                .filter(match ->
                        match.route().reads() && match.route().feature().equals(feature))
                .findFirst()
                .or(() -> above(path).flatMap(next -> reading(next, feature)));
    }

    /** The path without its last segment. */
    static Optional<String> above(String path) {
        int end = path.lastIndexOf('/');
        return end > 0 ? Optional.of(path.substring(0, end)) : Optional.empty();
    }

    private List<Match> matches(List<String> path) {
        List<Match> all = bySegments.getOrDefault(path.size(), List.of()).stream()
                .flatMap(route -> route.path().match(path).map(found -> new Match(route, found)).stream())
                .toList();
        // A fixed segment wins over a parameter for every method of that path.
        return all.stream()
                .filter(match -> match.route().path().fixed()
                        == all.getFirst().route().path().fixed())
                .toList();
    }

    private static Refusal notAllowed(List<Match> here) {
        String allowed = here.stream()
                .map(match -> match.route().method())
                .distinct()
                .sorted()
                .flatMap(method -> method == Method.GET ? Stream.of(method.name(), HEAD) : Stream.of(method.name()))
                .collect(Collectors.joining(", "));
        return Refusal.methodNotAllowed(allowed);
    }
}
