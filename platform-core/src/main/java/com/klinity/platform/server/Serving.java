package com.klinity.platform.server;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.security.TokenVerifier;
import com.klinity.platform.spi.Gauge;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the pipeline together. */
public final class Serving {

    private Serving() {}

    /**
     * Starts to take requests for these routes.
     *
     * @param accounts by the feature whose routes are answered from them
     * @throws com.klinity.platform.spi.StartFailure when a port is taken
     */
    public static HttpServer start(
            ListenerSettings settings,
            List<Route> routes,
            TokenVerifier verifier,
            Map<String, Accounts> accounts,
            OpenStreams streams,
            Deadlines deadlines,
            JacksonJson json,
            InstantSource clock,
            Observation observation) {
        RequestMetrics metrics = new RequestMetrics();
        RequestPipeline pipeline = new RequestPipeline(
                new RouteTable(routes),
                new Authentication(verifier, metrics.refusals()),
                accounts,
                streams,
                new Transport(new Peers(settings.trustedProxies()), settings.httpsDemanded()),
                new Budgets(settings.budget()),
                new Memory(settings.memory().bytes()),
                new AnswerPace(settings.limits().reader(), settings.memory().writeRate()),
                deadlines,
                metrics,
                json,
                clock);
        byte[] openApi = json.bytes(OpenApiDocument.of(routes, json));
        Optional<ServerTls> tls = settings.tls().map(ServerTls::open);
        List<Gauge> gauges = new ArrayList<>(observation.gauges());
        tls.ifPresent(own -> gauges.add(own.expiry()));
        MetricsText text = new MetricsText(metrics, gauges, observation.metrics());
        Draining draining = new Draining();
        Readiness readiness = observation.readiness().with(draining).with(new IssuerKeysReadiness(verifier));
        return HttpServer.start(
                settings,
                tls,
                pipeline,
                new Management(readiness::look, text::read, () -> openApi),
                new Stopping(draining, streams, settings.shutdown().delay()));
    }
}
