package com.klinity.distribution.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.DeclaredRoute;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each route takes the query parameters that its description names, in the form that it describes, and no other. */
class QueryParametersTest {

    /** What the log knows is no closed list: features of others add to it. */
    private static final Set<String> ANY_TEXT = Set.of("action", "resourceType");

    private static final TestServer SERVER = WholeServer.start();
    private static final Client ANA = new SignUps(SERVER).practitioner();

    /** Of nothing that is there, which matters only to a request that is right. */
    private static List<String> faults(DeclaredRoute route, String query) {
        String[] call = route.name().split(" ", 2);
        String address = call[1].replaceAll("\\{[a-z]+}", new UUID(0, 7).toString());
        Answer answer = ANA.send(call[0], address + "?" + query, BodyPublishers.noBody());
        assertEquals(400, answer.status(), answer::toString);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> another_one_is_refused_by_name() {
        return DeclaredRoute.of(SERVER).stream()
                .map(route -> DynamicTest.dynamicTest(
                        route.name(), () -> assertEquals(List.of("/surprise"), faults(route, "surprise=1"))));
    }

    @TestFactory
    Stream<DynamicTest> one_of_another_form_is_refused_by_name() {
        return DeclaredRoute.of(SERVER).stream()
                .flatMap(route -> route.query().stream()
                        .filter(name -> !ANY_TEXT.contains(name))
                        .map(name -> DynamicTest.dynamicTest(
                                route.name() + "?" + name,
                                () -> assertEquals(List.of("/" + name), faults(route, name + "=%3F")))));
    }

    @TestFactory
    Stream<DynamicTest> one_that_is_given_twice_is_refused_by_name() {
        return DeclaredRoute.of(SERVER).stream()
                .flatMap(route -> route.query().stream()
                        .map(name -> DynamicTest.dynamicTest(
                                route.name() + "?" + name,
                                () -> assertEquals(List.of("/" + name), faults(route, name + "=1&" + name + "=2")))));
    }
}
