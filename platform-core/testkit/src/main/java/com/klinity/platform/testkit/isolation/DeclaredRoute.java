package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A route as the server describes it.
 *
 * @param name    method and pattern
 * @param feature which feature declares it, also on behalf of its adapter
 * @param bound   whether its calls belong to an account
 */
record DeclaredRoute(String name, String feature, boolean bound) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them, from the server's own OpenAPI document. */
    static List<DeclaredRoute> of(TestServer server) {
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
                                !operation.getValue().path("security").isEmpty())))
                .toList();
    }
}
