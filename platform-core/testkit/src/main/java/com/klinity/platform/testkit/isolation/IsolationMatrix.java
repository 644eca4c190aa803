package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Controls AC-1 and AC-2 over a running server, as one test for each route and each place of a request where something of
 * another account can stand: path, query, body, cursor, entity tag, idempotency key, and where an account id could be
 * smuggled in.
 *
 * <p>Each test makes accounts of its own. A value of the owner must be answered exactly as one that never existed: the same
 * status, headers, body and statements in the database. Afterwards each row and file of the owner is what it was, nobody
 * else's rows or answers hold anything of the owner's, and refusals are in the caller's own audit log. Each time the owner
 * then does the same with success, so that no specimen passes by being wrong.
 *
 * <pre>{@code
 * @TestFactory
 * @Tag("AC-1")
 * Stream<DynamicTest> no_account_reaches_another() {
 *     return new IsolationMatrix(SERVER, specimens).tests();
 * }
 * }</pre>
 */
public final class IsolationMatrix {

    private final Arena arena;
    private final Specimens specimens;
    private final Predicate<String> features;

    /** Over accounts of the testkit's own issuer. */
    public IsolationMatrix(TestServer server, Specimens specimens) {
        this(server, specimens, server::practitioner);
    }

    /**
     * Over accounts from elsewhere. From now on the database of this JVM's tests logs its statements.
     *
     * @param accounts gives a new account each time
     */
    public IsolationMatrix(TestServer server, Specimens specimens, Supplier<Practitioner> accounts) {
        this(new Arena(server, specimens, accounts), specimens, feature -> true);
    }

    private IsolationMatrix(Arena arena, Specimens specimens, Predicate<String> features) {
        this.arena = arena;
        this.specimens = specimens;
        this.features = features;
    }

    /** The same, asking for specimens of these features' routes alone; the others are only stood on. */
    public IsolationMatrix of(String... names) {
        return new IsolationMatrix(arena, specimens, Set.of(names)::contains);
    }

    /** The tests; each blocks while it talks to the server. To be run one after the other. */
    public Stream<DynamicTest> tests() {
        return all().entrySet().stream().map(test -> DynamicTest.dynamicTest(test.getKey(), test.getValue()));
    }

    /** Runs the tests whose names are wanted and tells which fail and why. */
    List<String> faults(Predicate<String> wanted) {
        List<String> faults = new ArrayList<>();
        all().entrySet().stream().filter(test -> wanted.test(test.getKey())).forEach(test -> {
            try {
                test.getValue().execute();
            } catch (Throwable e) { // whatever ends a test is its result
                faults.add(test.getKey() + ": " + e.getMessage());
            }
        });
        return faults;
    }

    private Map<String, Executable> all() {
        Map<String, Executable> tests = new LinkedHashMap<>();
        tests.put("every route has a specimen, and every specimen a route", this::complete);
        for (Specimen specimen : specimens.requests()) {
            for (Trial trial : trials(specimen)) {
                String name = specimen + " ▸ " + trial.place();
                if (tests.put(name, Waits.without(() -> trial.run(arena))) != null) {
                    throw new IllegalArgumentException("two specimens look the same: " + name);
                }
            }
        }
        return tests;
    }

    private void complete() {
        Set<String> shown =
                specimens.requests().stream().map(Specimen::routeName).collect(Collectors.toSet());
        assertAll(
                () -> assertEquals(Set.of(), without(arena.routes(features), shown), "routes that no specimen covers"),
                () -> assertEquals(
                        Set.of(),
                        without(shown, arena.routes(feature -> true)),
                        "specimens of routes that are not there"));
    }

    private List<Trial> trials(Specimen specimen) {
        List<Place> places = specimen.places();
        List<Trial> trials = new ArrayList<>();
        places.stream()
                .filter(place -> !place.isTag())
                .forEach(place -> trials.add(new ForeignValues(specimen, place.label(), Set.of(place))));
        if (places.size() > 1) {
            trials.add(new ForeignValues(specimen, "all of it", new HashSet<>(places)));
        }
        if (places.stream().anyMatch(Place::isTag)) {
            trials.add(new WrongTag(specimen));
        }
        trials.add(new Unaffected(specimen));
        if (arena.bound(specimen)) {
            trials.addAll(ofAnAccount(specimen));
        }
        return trials;
    }

    private static List<Trial> ofAnAccount(Specimen specimen) {
        List<Trial> trials = new ArrayList<>();
        if (specimen.isPost()) {
            trials.add(new UsedKey(specimen));
        }
        trials.add(new SmuggledAccount(specimen, SmuggledAccount.Channel.HEADER));
        trials.add(new SmuggledAccount(specimen, SmuggledAccount.Channel.QUERY));
        if (specimen.hasJsonObject()) {
            trials.add(new SmuggledAccount(specimen, SmuggledAccount.Channel.BODY));
        }
        return trials;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
