package com.klinity.platform.server;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** That this server stops: first told to those who look, and on each answer, so that callers go elsewhere. */
final class Draining implements ReadinessCheck {

    private volatile boolean begun;

    @Override
    public String name() {
        return "stopping";
    }

    @Override
    public Readiness.State state() {
        return begun ? Readiness.State.DOWN : Readiness.State.UP;
    }

    void begin() {
        begun = true;
    }

    /** The same answers; while the server stops, each says that its connection ends with it (RFC 9112, section 9.6). */
    Handler announcedBy(Handler handler) {
        return new Handler() {
            @Override
            public void handle(ServerRequest request, ServerResponse response) throws Exception {
                if (begun) {
                    response.header("Connection", "close");
                }
                handler.handle(request, response);
            }
        };
    }
}
