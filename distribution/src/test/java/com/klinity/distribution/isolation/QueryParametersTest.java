package com.klinity.distribution.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Each route takes the query parameters that its description names, in the form that it describes, and no other. */
class QueryParametersTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What the log knows is no closed list: features of others add to it. */
    private static final Set<String> ANY_TEXT = Set.of("action", "resourceType");

    private static final TestServer SERVER = WholeServer.start();
    private static final Client ANA = new SignUps(SERVER).practitioner();

    /** An operation of the API's description. */
    private record Operation(String method, String path, JsonNode described) {

        Stream<String> parameters() {
            return described
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.path("name").asString());
        }

        /** Of nothing that is there, which matters only to a request that is right. */
        List<String> faults(String query) {
            String address = path.replaceAll("\\{[a-z]+}", new UUID(0, 7).toString());
            Answer answer = ANA.send(method, address + "?" + query, BodyPublishers.noBody());
            assertEquals(400, answer.status(), answer::toString);
            return answer.json()
                    .path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> another_one_is_refused_by_name() {
        return operations()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.toString(),
                        () -> assertEquals(List.of("/surprise"), operation.faults("surprise=1"))));
    }

    @TestFactory
    Stream<DynamicTest> one_of_another_form_is_refused_by_name() {
        return operations()
                .flatMap(operation -> operation
                        .parameters()
                        .filter(name -> !ANY_TEXT.contains(name))
                        .map(name -> DynamicTest.dynamicTest(
                                operation + "?" + name,
                                () -> assertEquals(List.of("/" + name), operation.faults(name + "=%3F")))));
    }

    @TestFactory
    Stream<DynamicTest> one_that_is_given_twice_is_refused_by_name() {
        return operations()
                .flatMap(operation -> operation
                        .parameters()
                        .map(name -> DynamicTest.dynamicTest(
                                operation + "?" + name,
                                () -> assertEquals(
                                        List.of("/" + name), operation.faults(name + "=1&" + name + "=2")))));
    }

    private static Stream<Operation> operations() {
        return SERVER.management()
                .get("/openapi")
                .json()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())));
    }
}
