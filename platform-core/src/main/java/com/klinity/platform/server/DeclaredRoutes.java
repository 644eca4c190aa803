package com.klinity.platform.server;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Upload;
import java.util.ArrayList;
import java.util.List;

/** Collects what features declare, and refuses a route that is not whole or takes another feature's calls. */
public final class DeclaredRoutes {

    private final List<Route> routes = new ArrayList<>();
    private boolean complete;

    /** None yet. */
    public DeclaredRoutes() {}

    /** Where one feature adds its own, until {@link #all} is called. */
    public Routes of(String feature) {
        return new Routes() {
            @Override
            public void add(Method method, String path, Access access, Parameters query, Handler handler) {
                declare(new DeclaredRoute(feature, method, path, access, query, handler).route());
            }

            @Override
            public void stream(String path, Access access, Parameters query, Handler handler) {
                declare(new DeclaredRoute(feature, Method.GET, path, access, query, handler)
                        .route()
                        .streaming());
            }

            @Override
            public <A, W> void staged(
                    Method method, String path, Access access, Parameters query, Staged<A, W> staged) {
                declare(new DeclaredRoute(feature, method, path, access, query, staged).route());
            }

            @Override
            public <T> void upload(String path, Access access, Upload<T> upload) {
                declare(new DeclaredRoute(feature, Method.POST, path, access, Parameters.none(), upload).route());
            }
        };
    }

    /** All of them, in the order they were declared; none is taken from now on. */
    public synchronized List<Route> all() {
        complete = true;
        return List.copyOf(routes);
    }

    private synchronized void declare(Route route) {
        if (complete) {
            throw new IllegalStateException("routes are declared at the start");
        }
        routes.forEach(other -> refuse(other, route));
        routes.add(route);
    }

    private static void refuse(Route other, Route route) {
        String shape = route.path().shape();
        boolean same = other.path().shape().equals(shape);
        if (same && other.method() == route.method()) {
            throw new StartFailure("route " + route.method() + " " + shape + " is declared twice, by '"
                    + other.feature() + "' and '" + route.feature() + "'");
        }
        if (!same && !other.feature().equals(route.feature()) && other.path().overlaps(route.path())) {
            throw new StartFailure("route " + route.path().text() + " of feature '" + route.feature()
                    + "' takes calls of " + other.path().text() + ", which feature '" + other.feature() + "' declares");
        }
    }
}
