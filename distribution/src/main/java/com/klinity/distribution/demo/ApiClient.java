package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the public API like any other client, and waits for a server that was stopped in between to come back. */
final class ApiClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_STREAM = Duration.ofHours(1);
    private static final String DATA = "data: ";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DemoServer server;
    private final Progress progress;
    private Optional<String> token = Optional.empty();

    ApiClient(DemoServer server, Progress progress) {
        this.server = server;
        this.progress = progress;
    }

    /** An answer's body. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(byte[] body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String id() {
            return json().path("id").asString();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    void signedIn(String accessToken) {
        token = Optional.of(accessToken);
    }

    Answer post(String path, Map<String, ?> body) {
        // A key makes it safe to repeat the call when the server went away before it answered.
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))), path);
    }

    Answer put(String path, Map<String, ?> body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return send(request.PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))), path);
    }

    Answer upload(String path, String contentType, Path file) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", contentType)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            return send(request.POST(body), path);
        } catch (FileNotFoundException e) {
            throw new CommandFailure("cannot read " + file, e);
        }
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET(), path);
    }

    /** Hands on each server-sent event until the server ends the stream or goes away. */
    void follow(String path, Consumer<JsonNode> event) {
        HttpRequest request = request(path)
                .timeout(LONGEST_STREAM)
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith(DATA))
                    .forEach(line -> event.accept(JSON.readTree(line.substring(DATA.length()))));
        } catch (IOException | UncheckedIOException e) {
            // The next plain call tells whether the server is gone, and waits for it.
            Patience.pause(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path)).timeout(PATIENCE);
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private Answer send(HttpRequest.Builder request, String path) {
        HttpResponse<byte[]> response = patiently(request.build());
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailure(path + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return new Answer(response.body());
    }

    private HttpResponse<byte[]> patiently(HttpRequest request) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (true) {
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new CommandFailure("the server is gone and did not come back", e);
                }
                told = told || tell(e);
                Patience.pause(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("interrupted", e);
            }
        }
    }

    private boolean tell(IOException e) {
        String what = e instanceof ConnectException ? "does not answer" : "broke off";
        progress.say("    the server " + what + "; waiting for it. Start it again with:\n    " + server.again());
        return true;
    }
}
