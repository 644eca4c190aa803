package com.klinity.platform.server;

import com.klinity.platform.server.connection.LowProblem;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Answers what never becomes a request: broken HTTP, headers too long. The same document shape, none of the input. */
final class ProblemAnswers {

    private static final System.Logger LOG = System.getLogger(ProblemAnswers.class.getName());
    private static final String BROKEN = "The request line, a header or the body's framing is not as HTTP/1.1 demands.";
    private static final String OURS =
            "The server could not answer. Look whether anything was done before you ask again.";

    private ProblemAnswers() {}

    static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, ProblemAnswers::answer);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse answer(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status proposed,
            ServerResponseHeaders headers,
            String message) {
        Status status = proposed.code() >= 500 ? Status.INTERNAL_SERVER_ERROR_500 : proposed;
        String slug = status.code() >= 500 ? "internal-error" : "malformed-request";
        String title = status.code() >= 500 ? "The server made a mistake" : "The request could not be read";
        LowProblem problem = LowProblem.of(status.code(), slug, title, status.code() >= 500 ? OURS : BROKEN);
        LOG.log(
                status.code() >= 500 ? Level.WARNING : Level.DEBUG,
                "request {0} was answered {1} before it reached a route",
                problem.id(),
                status.code());
        headers.set(HeaderValues.create("X-Request-Id", problem.id().toString()));
        headers.set(HeaderValues.create("Content-Type", "application/problem+json"));
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .entity(problem.json().getBytes(StandardCharsets.UTF_8))
                .keepAlive(false)
                .build();
    }
}
