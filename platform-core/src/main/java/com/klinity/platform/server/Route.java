package com.klinity.platform.server;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.Upload;

/**
 * A declared route.
 *
 * @param feature who declared it
 * @param method  request method
 * @param path    its pattern
 * @param access  who may call it
 * @param query   the query parameters it takes
 * @param target  what answers
 * @param streams whether its answers may go on
 */
public record Route(
        String feature,
        Method method,
        PathPattern path,
        Access access,
        Parameters query,
        Target target,
        boolean streams) {

    /** One whose answers come in one piece. */
    Route(String feature, Method method, PathPattern path, Access access, Parameters query, Target target) {
        this(feature, method, path, access, query, target, false);
    }

    /** The same, with answers that may go on. */
    Route streaming() {
        return new Route(feature, method, path, access, query, target, true);
    }

    private static final String ACCOUNT = "Account";
    private static final int MOST_OF_ANYBODY = 16 << 10;
    private static final int MOST_OF_VENDOR = 256 << 10;
    private static final int MOST_OF_ACCOUNT = 1 << 20;

    /** What answers a route. */
    public sealed interface Target {}

    /** A handler. */
    record Plain(Handler handler) implements Target {}

    /** Admission, work outside any transaction, record. */
    record InStages<A, W>(Staged<A, W> stages) implements Target {}

    /** A body taken in as a stream. */
    record Streamed<T>(Upload<T> upload) implements Target {}

    /** Whether its body is read into memory before it is answered. */
    boolean takesBody() {
        return !(target instanceof Streamed<?>)
                && !revokes()
                && switch (method) {
                    case POST, PUT, PATCH -> true;
                    default -> false;
                };
    }

    /** Whether it is read by who is signed in. */
    boolean reads() {
        return method == Method.GET && (access instanceof Access.SignedIn || access instanceof Access.Phi);
    }

    /** The longest body that is read into memory; little from those who have shown nothing yet. */
    int mostBody() {
        return switch (access) {
            case Access.Open _ -> MOST_OF_ANYBODY;
            case Access.VendorCallback _ -> MOST_OF_VENDOR;
            case Access.SignedIn _, Access.Phi _ -> MOST_OF_ACCOUNT;
        };
    }

    /** Whether it ends what others may do with the account: nobody who holds its token may keep its owner from that. */
    boolean revokes() {
        return access instanceof Access.SignedIn(Action action, String resource)
                && (action == Action.REVOKE || (action == Action.DELETE && resource.equals(ACCOUNT)));
    }

    /** What a call of it takes of its account's budget. */
    Budgets.Use use() {
        if (revokes()) {
            return Budgets.Use.REVOCATION;
        }
        boolean bulk = access instanceof Access.SignedIn(Action action, String _) && action == Action.EXPORT;
        return bulk ? Budgets.Use.EXPORT : streams ? Budgets.Use.STREAM : Budgets.Use.REQUEST;
    }

    /** For the log: the pattern, never a path. */
    String name() {
        return method + " " + path.text();
    }
}
