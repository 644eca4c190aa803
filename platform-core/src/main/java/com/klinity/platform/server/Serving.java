package com.klinity.platform.server;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.security.TokenVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

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
                new Authentication(verifier),
                accounts,
                streams,
                new Transport(new Peers(settings.trustedProxies()), settings.httpsDemanded()),
                deadlines,
                metrics,
                json,
                clock);
        byte[] openApi = json.bytes(OpenApiDocument.of(routes));
        MetricsText text = new MetricsText(metrics, observation.gauges(), observation.metrics());
        return HttpServer.start(
                settings, pipeline, new Management(observation.readiness()::look, text::read, () -> openApi));
    }
}
