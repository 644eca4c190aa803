package com.klinity.platform.server;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Health, metrics and the API's description, for those who run the server. Holds no one's data. */
final class Management {

    private final BooleanSupplier databaseAnswers;
    private final RequestMetrics metrics;
    private final Supplier<byte[]> openApi;

    Management(BooleanSupplier databaseAnswers, RequestMetrics metrics, Supplier<byte[]> openApi) {
        this.databaseAnswers = databaseAnswers;
        this.metrics = metrics;
        this.openApi = openApi;
    }

    HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/health/live", (request, response) -> health(response, true))
                .get("/health/started", (request, response) -> health(response, true))
                .get("/health/ready", (request, response) -> health(response, databaseAnswers.getAsBoolean()))
                .get("/metrics", (request, response) -> send(response, "text/plain; version=0.0.4", metrics.text()))
                .get("/openapi", (request, response) -> {
                    response.header("Content-Type", "application/json");
                    response.send(openApi.get());
                });
    }

    private static void health(ServerResponse response, boolean up) {
        response.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        send(response, "application/json", up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }

    private static void send(ServerResponse response, String mediaType, String text) {
        response.header("Content-Type", mediaType);
        response.send(text);
    }
}
