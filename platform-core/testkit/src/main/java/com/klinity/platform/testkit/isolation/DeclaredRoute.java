package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A route as the server describes it.
 *
 * @param name    method and pattern
 * @param feature which feature declares it, also on behalf of its adapter
 * @param bound   whether its calls belong to an account
 * @param access  what is written down about its calls; nothing where they belong to nobody
 * @param query   names of the query parameters it takes
 */
public record DeclaredRoute(String name, String feature, boolean bound, Access access, List<String> query) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What a call does, to what, and whether that is a patient's data, in the words of the audit log. */
    public record Access(String action, String resource, boolean phi) {

        static Access of(JsonNode operation) {
            JsonNode told = operation.path("x-klinity-access");
            return new Access(
                    told.path("action").asString("").toLowerCase(Locale.ROOT),
                    told.path("resource").asString(""),
                    told.path("phi").asBoolean(false));
        }

        /** Whether a call that succeeds leaves an entry; one that is refused always does. */
        boolean audited() {
            return phi || !action.equals("read");
        }
    }

    /** All of them, from the server's own OpenAPI document. */
    public static List<DeclaredRoute> of(TestServer server) {
        return server.management()
                .get("/openapi")
                .json()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new DeclaredRoute(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().at("/tags/0").asString(""),
                                !operation.getValue().path("security").isEmpty(),
                                Access.of(operation.getValue()),
                                operation
                                        .getValue()
                                        .path("parameters")
                                        .valueStream()
                                        .map(parameter -> parameter.path("name").asString())
                                        .toList())))
                .toList();
    }
}
