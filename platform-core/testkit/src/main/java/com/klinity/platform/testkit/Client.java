package com.klinity.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Somebody who calls the server. Safe for many threads. */
public class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Optional<String> token;

    Client(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    /** A read. Further arguments are header names and values. */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** A {@code POST} of JSON. */
    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** A {@code POST} without a body. */
    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** A {@code POST} of bytes. */
    public Answer post(String path, String contentType, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", contentType);
    }

    /** A merge patch of what has that entity tag. */
    public Answer patch(String path, String etag, String json) {
        return send(
                "PATCH",
                path,
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                etag);
    }

    /** A replacement of what has that entity tag. */
    public Answer put(String path, String etag, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json", "If-Match", etag);
    }

    /** A removal of what has that entity tag. */
    public Answer delete(String path, String etag) {
        return send("DELETE", path, BodyPublishers.noBody(), "If-Match", etag);
    }

    /** A removal that names no entity tag. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Anything else. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
