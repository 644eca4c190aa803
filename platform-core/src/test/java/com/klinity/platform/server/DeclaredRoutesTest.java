package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.CallbackVerifier;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.StartFailure;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a feature may not declare, whoever compiled it. */
@Tag("AC-1")
class DeclaredRoutesTest {

    private static final Handler HANDLER = call -> Reply.noContent();

    private final DeclaredRoutes routes = new DeclaredRoutes();

    @Test
    void a_route_without_access() {
        assertEquals("route GET /v1/x of feature 'sly' declares no access", fault(Method.GET, "/v1/x", null, HANDLER));
    }

    @Test
    void an_access_without_an_action_a_resource_or_a_verifier() {
        Class<?>[] action = {Action.class, String.class};
        for (Object access : List.of(
                made(Access.Phi.class, action, null, "X"),
                made(Access.Phi.class, action, Action.READ, ""),
                made(Access.SignedIn.class, action, Action.READ, null),
                made(Access.VendorCallback.class, new Class<?>[] {CallbackVerifier.class}, (Object) null))) {
            assertEquals(
                    "route GET /v1/x of feature 'sly' declares no access", fault(Method.GET, "/v1/x", access, HANDLER));
        }
    }

    @Test
    void a_route_without_a_handler_a_method_or_a_path() {
        assertEquals(
                "route GET /v1/x of feature 'sly' has no handler", fault(Method.GET, "/v1/x", Access.open(), null));
        assertEquals(
                "route null /v1/x of feature 'sly' has no method or no path",
                fault(null, "/v1/x", Access.open(), HANDLER));
        assertEquals(
                "route GET null of feature 'sly' has no method or no path",
                fault(Method.GET, null, Access.open(), HANDLER));
        assertEquals(
                "route GET v1 x of feature 'sly' is no path of a route",
                fault(Method.GET, "v1 x", Access.open(), HANDLER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/patients/search", "/v1/{any}/{id}", "/{a}/{b}/{c}", "/{version}/patients/{id}"})
    void a_path_that_takes_calls_of_another_feature(String path) {
        routes.of("patients").get("/v1/patients/{id}", Access.open(), HANDLER);
        assertEquals(
                "route " + path + " of feature 'sly' takes calls of /v1/patients/{id}, which feature 'patients'"
                        + " declares",
                assertThrows(StartFailure.class, () -> routes.of("sly").put(path, Access.open(), HANDLER))
                        .faults()
                        .getFirst());
    }

    @Test
    void a_feature_may_prefer_a_fixed_segment_among_its_own() {
        routes.of("patients").get("/v1/patients/{id}", Access.open(), HANDLER);
        routes.of("patients").post("/v1/patients/search", Access.open(), HANDLER);
        routes.of("vitals").get("/v1/patients/{id}/vitals", Access.open(), HANDLER);
        assertEquals(3, routes.all().size());
    }

    @Test
    void nothing_is_declared_after_the_start() {
        Routes kept = routes.of("sly");
        assertEquals(List.of(), routes.all());
        assertThrows(IllegalStateException.class, () -> kept.get("/v1/x", Access.open(), HANDLER));
    }

    @Test
    @SuppressWarnings("NullAway") // as a plug-in may that nobody checked
    void a_route_without_its_query_stops_the_start() {
        StartFailure failure =
                assertThrows(StartFailure.class, () -> routes.of("sly").get("/v1/x", Access.open(), null, HANDLER));
        assertEquals(List.of("route GET /v1/x of feature 'sly' has null for its query parameters"), failure.faults());
    }

    /** What a compiler that knows no null rules lets through. */
    private String fault(
            @Nullable Method method, @Nullable String path, @Nullable Object access, @Nullable Handler handler) {
        return assertThrows(
                        StartFailure.class,
                        () -> new DeclaredRoute("sly", method, path, (Access) access, Parameters.none(), handler)
                                .route())
                .faults()
                .getFirst();
    }

    private static Object made(Class<?> type, Class<?>[] parameters, @Nullable Object... values) {
        try {
            return type.getConstructor(parameters).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalArgumentException(Arrays.toString(values), e);
        }
    }
}
