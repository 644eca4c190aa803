package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import com.klinity.benchmarks.crash.Outcome.Unknown;
import com.klinity.benchmarks.crash.Outcome.Wrong;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as its callers see it, from one start to the next kill. Safe for many threads. */
final class Api implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Latencies latencies;

    Api(URI server) {
        this(server, new Latencies());
    }

    /** The same, noting how long each answer took, and each wait for one that did not come. */
    Api(URI server, Latencies latencies) {
        this.server = server;
        this.latencies = latencies;
    }

    /** Asks once and never again by itself; blocks for the answer. */
    Outcome send(Operation operation, String token) {
        long begin = System.nanoTime();
        try {
            return outcome(http.send(request(operation, token), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        } finally {
            latencies.add(System.nanoTime() - begin);
        }
    }

    /** Asks until there is an answer, for half a minute at most. For what may be asked twice; blocks. */
    Outcome sendUntilKnown(Operation operation, String token) {
        long until = System.nanoTime() + PATIENCE_WITH_SILENCE.toNanos();
        Outcome outcome = send(operation, token);
        while (outcome instanceof Unknown && System.nanoTime() < until) {
            Machinery.rest(BETWEEN);
            outcome = send(operation, token);
        }
        return outcome;
    }

    /** What a read of no PHI answers. */
    JsonNode get(String path, String token) {
        try {
            HttpResponse<byte[]> answer = http.send(to(path, token).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new BenchmarkFailure(path + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new BenchmarkFailure(path + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private HttpRequest request(Operation operation, String token) {
        String collection = operation.kind().path();
        return switch (operation) {
            case Operation.Create create -> create(create, to(collection, token));
            case Operation.Update update ->
                to(item(update.row()), token)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", etag(update.row()))
                        .method("PATCH", body(Map.of(update.kind().text(), update.mark())))
                        .build();
            case Operation.Delete delete ->
                to(item(delete.row()) + (delete.kind() == Kind.PATIENT ? "?cascade=true" : ""), token)
                        .header("If-Match", etag(delete.row()))
                        .DELETE()
                        .build();
            case Operation.Read read -> to(item(read.row()), token).GET().build();
            case Operation.Listing listing ->
                to(collection + "?limit=200", token).GET().build();
        };
    }

    private static HttpRequest create(Operation.Create create, HttpRequest.Builder request) {
        if (create.keyed()) {
            request.header("Idempotency-Key", create.mark());
        }
        return request.header("Content-Type", "application/json")
                .POST(body(create.kind().body(create.mark(), create.patient())))
                .build();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static String item(Row row) {
        return row.kind().path() + "/" + row.id();
    }

    private static String etag(Row row) {
        return "\"" + row.version() + "\"";
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> value) {
        return BodyPublishers.ofString(JSON.writeValueAsString(value));
    }

    private static Outcome outcome(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == UNAVAILABLE) {
            return new Unknown();
        }
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            return new Wrong(answer.statusCode(), body.path("type").asString());
        }
        UUID request =
                UUID.fromString(answer.headers().firstValue("X-Request-Id").orElseThrow());
        return new Acknowledged(
                request,
                items(body)
                        .collect(Collectors.toMap(
                                item -> UUID.fromString(item.path("id").asString()), Api::mark)));
    }

    private static Stream<JsonNode> items(JsonNode body) {
        if (body.has("items")) {
            return StreamSupport.stream(body.path("items").spliterator(), false);
        }
        return body.has("id") ? Stream.of(body) : Stream.empty();
    }

    private static String mark(JsonNode item) {
        Kind kind = item.has("patientId") ? Kind.APPOINTMENT : Kind.PATIENT;
        return item.path(kind.text()).asString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
