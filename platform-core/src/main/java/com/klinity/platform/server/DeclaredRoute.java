package com.klinity.platform.server;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Upload;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A route as it was declared, by code that the compiler of this project may not have checked: anything may be null.
 *
 * @param target a {@link Handler}, a {@link Staged} or an {@link Upload}
 */
record DeclaredRoute(
        String feature,
        @Nullable Method method,
        @Nullable String path,
        @Nullable Access access,
        @Nullable Parameters query,
        @Nullable Object target) {

    /**
     * The route, when it is whole.
     *
     * @throws StartFailure when not, naming the feature
     */
    Route route() {
        if (method == null || path == null) {
            throw refused("has no method or no path");
        }
        if (access == null || !whole(access)) {
            throw refused("declares no access");
        }
        if (query == null) {
            throw refused("has null for its query parameters");
        }
        return new Route(feature, method, pattern(path), access, query, target(access));
    }

    private PathPattern pattern(String text) {
        try {
            return PathPattern.of(text);
        } catch (IllegalArgumentException e) {
            throw refused("is no path of a route");
        }
    }

    private Route.Target target(Access declared) {
        return switch (target) {
            case Handler handler -> new Route.Plain(handler);
            case Upload<?> upload -> {
                requireAccount(declared, "is an upload");
                yield new Route.Streamed<>(upload);
            }
            case Staged<?, ?> stages -> {
                requireAccount(declared, "goes in stages");
                yield new Route.InStages<>(stages);
            }
            case null, default -> throw refused("has no handler");
        };
    }

    private void requireAccount(Access declared, String kind) {
        if (declared instanceof Access.Open || declared instanceof Access.VendorCallback) {
            throw refused(kind + " and not bound to an account");
        }
    }

    private static boolean whole(Access access) {
        return switch (access) {
            case Access.Open open -> true;
            case Access.SignedIn signedIn -> present(signedIn.action(), signedIn.resource());
            case Access.Phi phi -> present(phi.action(), phi.resource());
            case Access.VendorCallback callback -> present(callback.verifier());
        };
    }

    private static boolean present(@Nullable Object... parts) {
        return Stream.of(parts).noneMatch(part -> part == null || part.equals(""));
    }

    private StartFailure refused(String why) {
        return new StartFailure("route " + method + " " + path + " of feature '" + feature + "' " + why);
    }
}
