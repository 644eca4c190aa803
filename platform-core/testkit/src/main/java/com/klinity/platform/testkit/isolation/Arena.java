package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where accounts meet: the server, and a new account whenever one is needed. One thread at a time. */
final class Arena {

    private final TestServer server;
    private final Specimens specimens;
    private final Supplier<Practitioner> accounts;
    private final Map<String, DeclaredRoute> routes;
    private final Optional<StatementLog> log;
    private final Rows rows;
    private final DataFiles files;
    private final Set<UUID> unending = new HashSet<>();

    Arena(TestServer server, Specimens specimens, Supplier<Practitioner> accounts) {
        this.server = server;
        this.specimens = specimens;
        this.accounts = accounts;
        this.routes = DeclaredRoute.of(server).stream().collect(Collectors.toMap(DeclaredRoute::name, route -> route));
        this.log = StatementLog.of(server);
        this.rows = new Rows(server);
        this.files = new DataFiles(server.dataDirectory());
    }

    Rows rows() {
        return rows;
    }

    /** The routes of such features. */
    Set<String> routes(Predicate<String> features) {
        return routes.values().stream()
                .filter(route -> features.test(route.feature()))
                .map(DeclaredRoute::name)
                .collect(Collectors.toSet());
    }

    /** The routes whose calls are calls of an account. */
    Set<String> boundRoutes() {
        return routes.values().stream()
                .filter(DeclaredRoute::bound)
                .map(DeclaredRoute::name)
                .collect(Collectors.toSet());
    }

    /** Whether calls of that route are calls of an account. */
    boolean bound(Specimen specimen) {
        DeclaredRoute route = routes.get(specimen.routeName());
        return route != null && route.bound();
    }

    /** What is written down about calls of that route. */
    DeclaredRoute.Access access(Specimen specimen) {
        return Objects.requireNonNull(routes.get(specimen.routeName()), "no such route")
                .access();
    }

    World world() {
        return new World(accounts.get(), specimens, unending);
    }

    /** An account that has all that the specimen needs. */
    World world(Specimen specimen) {
        World world = world();
        specimen.places().forEach(place -> world.held(place.hole()));
        return world;
    }

    /** The same, for whom everything afterwards is to stay as it is. */
    Owner owner(Specimen specimen) {
        settle();
        Set<Path> before = files.all();
        World world = world(specimen);
        if (specimen.places().isEmpty()) {
            // A request that names nothing, such as a list, could tell of anything.
            specimens.things().forEach(world::held);
        }
        settle();
        Set<Path> own = new HashSet<>(files.all());
        own.removeAll(before);
        return new Owner(world, own);
    }

    /** All that an account has. */
    final class Owner {

        private final World world;
        private final Set<Path> ownFiles;

        private Owner(World world, Set<Path> ownFiles) {
            this.world = world;
            this.ownFiles = ownFiles;
        }

        /** What is written down about calls of that route. */
        DeclaredRoute.Access access(Specimen specimen) {
            return Objects.requireNonNull(routes.get(specimen.routeName()), "no such route")
                    .access();
        }

        World world() {
            return world;
        }

        /** Each row and file, by table and name. */
        Map<String, String> state() {
            settle();
            Map<String, String> state = rows.of(world.practitioner().account()).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, table -> String.join("\n", table.getValue())));
            files.content(ownFiles).forEach((file, content) -> state.put(file.toString(), content));
            return state;
        }

        /** Does it, to show that the request means something. */
        void control(Specimen specimen, Request request) {
            Answer answer = request.by(caller(specimen, world));
            assertEquals(
                    2,
                    answer.status() / 100,
                    () -> "the specimen proves nothing, because it fails for the owner: " + answer);
        }
    }

    void settle() {
        rows.settle(unending);
    }

    /** Whether {@link #play} tells the statements of that request. */
    boolean tellsStatements(Specimen specimen) {
        return log.isPresent() && bound(specimen);
    }

    Exchange play(World world, Specimen specimen, Request request, Set<String> sent) {
        log.ifPresent(StatementLog::mark);
        Answer answer = request.by(caller(specimen, world));
        List<String> statements = log.filter(told -> bound(specimen))
                .map(told -> told.since(world.practitioner().account()))
                .orElse(List.of());
        return new Exchange(world, sent, answer, statements);
    }

    private Client caller(Specimen specimen, World world) {
        return bound(specimen) ? world.practitioner() : server.anonymous();
    }
}
