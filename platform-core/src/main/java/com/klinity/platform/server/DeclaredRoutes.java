package com.klinity.platform.server;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what features declare and refuses a route that two of them claim. */
public final class DeclaredRoutes {

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    /** None yet. */
    public DeclaredRoutes() {}

    /** Where one feature adds its own. */
    public Routes of(String feature) {
        return new Routes() {
            @Override
            public void add(Method method, String path, Access access, Handler handler) {
                declare(new Route(feature, method, PathPattern.of(path), access, new Route.Plain(handler)));
            }

            @Override
            public <T> void upload(String path, Access access, Upload<T> upload) {
                PathPattern pattern = PathPattern.of(path);
                declare(new Route(feature, Method.POST, pattern, access, new Route.Streamed<>(upload)));
            }
        };
    }

    /** All of them, in the order they were declared. */
    public List<Route> all() {
        return List.copyOf(routes);
    }

    private void declare(Route route) {
        String shape = route.method() + " " + route.path().shape();
        String other = owners.putIfAbsent(shape, route.feature());
        if (other != null) {
            throw new StartFailure(
                    "route " + shape + " is declared twice, by '" + other + "' and '" + route.feature() + "'");
        }
        routes.add(route);
    }
}
