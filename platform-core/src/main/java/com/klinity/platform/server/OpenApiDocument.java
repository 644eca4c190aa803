package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Parameter;
import com.klinity.platform.spi.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 description of the declared routes: made from the routes themselves, so that it cannot drift. */
final class OpenApiDocument {

    private OpenApiDocument() {}

    static Map<String, Object> of(List<Route> routes, JacksonJson json) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path().text(), OpenApiDocument::item)
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route, json));
        }
        return Map.of(
                "openapi",
                "3.1.0",
                "info",
                Map.of("title", "Klinity", "version", Integer.toString(Platform.SPI_VERSION)),
                "paths",
                paths,
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("accessToken", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
    }

    private static Map<String, Object> item(String path) {
        List<Map<String, Object>> parameters = PathPattern.of(path).segments().stream()
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .map(OpenApiDocument::parameter)
                .toList();
        Map<String, Object> item = new LinkedHashMap<>();
        if (!parameters.isEmpty()) {
            item.put("parameters", parameters);
        }
        return item;
    }

    private static Map<String, Object> parameter(String name) {
        return Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> query(Parameter parameter, JacksonJson json) {
        return Map.of(
                "name",
                parameter.name(),
                "in",
                "query",
                "description",
                parameter.meaning(),
                "schema",
                schema(parameter.form(), json));
    }

    private static Map<String, Object> schema(Parameter.Form form, JacksonJson json) {
        return switch (form) {
            case Parameter.Form.Text _, Parameter.Form.Place _ -> Map.of("type", "string");
            case Parameter.Form.Value(Class<?> type) -> json.schema(type);
            case Parameter.Form.Choice(List<String> texts) -> Map.of("type", "string", "enum", texts);
            case Parameter.Form.Whole(long least, long most) ->
                Map.of("type", "integer", "minimum", least, "maximum", most);
        };
    }

    private static Map<String, Object> operation(Route route, JacksonJson json) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(route.feature()));
        operation.put("operationId", operationId(route));
        if (!route.query().all().isEmpty()) {
            operation.put(
                    "parameters",
                    route.query().all().stream()
                            .map(parameter -> query(parameter, json))
                            .toList());
        }
        operation.put("responses", Map.of("default", Map.of("description", "The answer, or a problem document")));
        switch (route.access()) {
            case Access.Open open -> operation.put("security", List.of());
            case Access.VendorCallback callback -> operation.put("security", List.of());
            case Access.SignedIn access -> protect(operation, access.action().name(), access.resource(), false);
            case Access.Phi access -> protect(operation, access.action().name(), access.resource(), true);
        }
        return operation;
    }

    private static void protect(Map<String, Object> operation, String action, String resource, boolean phi) {
        operation.put("security", List.of(Map.of("accessToken", List.of())));
        operation.put("x-klinity-access", Map.of("action", action, "resource", resource, "phi", phi));
    }

    private static String operationId(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT)
                + route.path().text().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    }
}
