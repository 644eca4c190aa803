package com.klinity.platform.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;

/**
 * Step 2: how the call came in.
 *
 * @param peers         whose word about the caller counts
 * @param httpsDemanded whether plain HTTP is sent away (45 CFR §164.312(e)(1))
 */
record Transport(Peers peers, boolean httpsDemanded) {

    private static final int PERMANENT_REDIRECT = 308;
    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    String peer(ServerRequest request) {
        return peers.address(connectionPeer(request), request.headers().values(HeaderNames.X_FORWARDED_FOR));
    }

    /** False when the call was answered with a redirect. */
    boolean admit(ServerRequest request, ServerResponse response) {
        if (isSecure(request)) {
            response.header("Strict-Transport-Security", A_YEAR);
            return true;
        }
        if (!httpsDemanded) {
            return true;
        }
        response.status(PERMANENT_REDIRECT)
                .header(
                        "Location",
                        "https://" + request.authority() + request.path().rawPath() + query(request))
                .send();
        return false;
    }

    private static String query(ServerRequest request) {
        return request.prologue().hasQuery() ? "?" + request.query().rawValue() : "";
    }

    private boolean isSecure(ServerRequest request) {
        return request.isSecure()
                || (peers.behindProxy(connectionPeer(request))
                        && request.headers()
                                .first(HeaderNames.X_FORWARDED_PROTO)
                                .filter("https"::equals)
                                .isPresent());
    }

    private static String connectionPeer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "";
    }
}
