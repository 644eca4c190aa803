package com.klinity.platform.server;

import com.klinity.platform.server.connection.Door;
import com.klinity.platform.server.connection.ListenerWatch;
import com.klinity.platform.spi.StartFailure;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** The two listeners: one for callers, one for those who run the server. */
public final class HttpServer implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String MANAGEMENT = "management";

    private final WebServer server;
    private final ListenerSettings settings;
    private final Door door;
    private final Door inner;
    private final ListenerWatch watch;

    private HttpServer(WebServer server, ListenerSettings settings, Door door, Door inner, ListenerWatch watch) {
        this.server = server;
        this.settings = settings;
        this.door = door;
        this.inner = inner;
        this.watch = watch;
    }

    /**
     * Takes requests from now on.
     *
     * @throws StartFailure when a port is taken
     */
    static HttpServer start(ListenerSettings settings, RequestPipeline pipeline, Management management) {
        Door door = Door.open(settings.limits());
        Door inner = Door.ofManagement(settings.limits());
        WebServer server = WebServer.builder()
                .shutdownHook(false)
                .host(settings.host())
                .port(settings.port())
                .shutdownGracePeriod(GRACE)
                .maxPayloadSize(settings.maxPayload())
                .update(door::guard)
                .directHandlers(ProblemAnswers.handlers())
                .update(builder -> settings.tls().ifPresent(tls -> builder.tls(tls.helidon())))
                .routing(HttpRouting.builder().any(pipeline))
                .putSocket(
                        MANAGEMENT,
                        socket -> socket.name(MANAGEMENT)
                                .host(settings.managementHost())
                                .port(settings.managementPort())
                                .update(inner::guard)
                                .routing(management.routing()))
                .build();
        try {
            server.start();
            return new HttpServer(
                    server, settings, door, inner, DeadListener.watch(settings.reachableHost(), server.port()));
        } catch (UncheckedIOException | IllegalStateException e) {
            door.close();
            inner.close();
            throw new StartFailure(
                    "cannot listen on " + settings.host() + ":" + settings.port() + " or management port "
                            + settings.managementPort() + ": " + e.getMessage()
                            + "; set klinity.server.port or klinity.management.port to a free one",
                    e);
        }
    }

    /** Where callers reach the server on this machine. */
    public URI address() {
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + settings.reachableHost() + ":" + server.port());
    }

    /** Where health and metrics are. */
    public URI managementAddress() {
        return URI.create("http://" + settings.managementHost() + ":" + server.port(MANAGEMENT));
    }

    /** Takes no new request, lets the running ones finish for a bounded time. */
    @Override
    public void close() {
        watch.close();
        door.drain();
        server.stop();
        door.close();
        inner.close();
    }
}
