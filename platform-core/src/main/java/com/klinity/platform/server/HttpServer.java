package com.klinity.platform.server;

import com.klinity.platform.server.connection.ListenerWatch;
import com.klinity.platform.spi.StartFailure;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** The two listeners: one for callers, one for those who run the server. */
public final class HttpServer implements AutoCloseable {

    private static final String MANAGEMENT = "management";

    private final WebServer server;
    private final ListenerSettings settings;
    private final Doors doors;
    private final ListenerWatch watch;
    private final Optional<ServerTls> tls;
    private final Stopping stopping;

    private HttpServer(
            WebServer server, ListenerSettings settings, Doors doors, Optional<ServerTls> tls, Stopping stopping) {
        this.server = server;
        this.settings = settings;
        this.doors = doors;
        this.watch = DeadListener.watch(settings.reachableHost(), server.port());
        this.tls = tls;
        this.stopping = stopping;
    }

    /**
     * Takes requests from now on.
     *
     * @throws StartFailure when an address or port cannot be had; nothing is left listening
     */
    static HttpServer start(
            ListenerSettings settings,
            Optional<ServerTls> tls,
            Handler pipeline,
            Management management,
            Stopping stopping) {
        Doors doors = Doors.open(settings.limits());
        try {
            FreeAddresses.tryOut(settings);
            WebServer server = built(settings, doors, tls, stopping.announcedBy(pipeline), management);
            return new HttpServer(started(server), settings, doors, tls, stopping);
        } catch (StartFailure e) {
            doors.close();
            tls.ifPresent(ServerTls::close);
            throw e;
        }
    }

    private static WebServer built(
            ListenerSettings settings, Doors doors, Optional<ServerTls> tls, Handler pipeline, Management management) {
        return WebServer.builder()
                .shutdownHook(false)
                .host(settings.host())
                .port(settings.port())
                .shutdownGracePeriod(settings.shutdown().grace())
                .maxPayloadSize(settings.maxPayload())
                .update(listener -> doors.callers().guard(listener, DrainedConnections::new))
                .directHandlers(ProblemAnswers.handlers())
                .update(builder -> tls.ifPresent(own -> builder.tls(own.helidon())))
                .routing(HttpRouting.builder().any(pipeline))
                .putSocket(
                        MANAGEMENT,
                        socket -> socket.name(MANAGEMENT)
                                .host(settings.managementHost())
                                .port(settings.managementPort())
                                .update(doors.management()::guard)
                                .routing(management.routing()))
                .build();
    }

    /** A port may be lost between the trial and this, and the web server only logs it. */
    private static WebServer started(WebServer server) {
        try {
            server.start();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw notListening(e);
        }
        if (!server.isRunning() || server.port() <= 0 || server.port(MANAGEMENT) <= 0) {
            server.stop();
            throw notListening(new IllegalStateException("a listener did not start"));
        }
        return server;
    }

    private static StartFailure notListening(RuntimeException cause) {
        return new StartFailure(
                "klinity.server.port, klinity.management.port: one was taken a moment ago; choose free ones", cause);
    }

    /** Where callers reach the server on this machine. */
    public URI address() {
        return uri(tls.isPresent() ? "https" : "http", settings.reachableHost(), server.port());
    }

    /** Where health and metrics are. */
    public URI managementAddress() {
        return uri("http", settings.managementHost(), server.port(MANAGEMENT));
    }

    private static URI uri(String scheme, String host, int port) {
        String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + literal + ":" + port);
    }

    /** Says from now on that this server stops, and goes on serving. Returns at once. */
    public void announceStop() {
        stopping.announce();
    }

    /** Announces the stop, waits as long as is configured, takes no new connection, and lets what runs finish. */
    @Override
    public void close() {
        watch.close();
        stopping.takeLeave();
        doors.callers().drain();
        doors.callers().closeIdle();
        server.stop();
        doors.close();
        tls.ifPresent(ServerTls::close);
    }
}
