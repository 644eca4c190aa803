package com.klinity.platform.server;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Health, metrics and the API's description, for those who run the server. Holds no one's data. */
final class Management {

    private static final Readiness.Finding WELL = new Readiness.Finding(Readiness.State.UP, List.of(), true);

    private final Supplier<Readiness.Finding> readiness;
    private final Supplier<String> metrics;
    private final Supplier<byte[]> openApi;

    Management(Supplier<Readiness.Finding> readiness, Supplier<String> metrics, Supplier<byte[]> openApi) {
        this.readiness = readiness;
        this.metrics = metrics;
        this.openApi = openApi;
    }

    HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/health/live", (request, response) -> health(response, WELL))
                .get("/health/started", (request, response) -> health(response, WELL))
                .get("/health/ready", (request, response) -> health(response, readiness.get()))
                .get("/metrics", (request, response) -> send(response, "text/plain; version=0.0.4", metrics.get()))
                .get("/openapi", (request, response) -> {
                    response.header("Content-Type", "application/json");
                    response.send(openApi.get());
                });
    }

    private static void health(ServerResponse response, Readiness.Finding finding) {
        response.status(finding.admits() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        send(response, "application/json", "{\"status\":\"" + finding.state() + "\"" + because(finding) + "}");
    }

    private static String because(Readiness.Finding finding) {
        return finding.because().isEmpty()
                ? ""
                : finding.because().stream().collect(Collectors.joining("\",\"", ",\"because\":[\"", "\"]"));
    }

    private static void send(ServerResponse response, String mediaType, String text) {
        response.header("Content-Type", mediaType);
        response.send(text);
    }
}
