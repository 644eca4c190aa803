package com.klinity.platform.testkit;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public final class Answer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    /** HTTP status. */
    public int status() {
        return response.statusCode();
    }

    /** The body as it came. */
    public byte[] bytes() {
        return response.body();
    }

    /** The body as text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(bytes());
    }

    /** The body's {@code id}. */
    public String id() {
        return json().path("id").asString();
    }

    /** A header's first value, or null. */
    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Every header, names in lower case. */
    public Map<String, List<String>> headers() {
        return response.headers().map();
    }

    /** The entity tag, which must be there. */
    public String etag() {
        return Objects.requireNonNull(header("ETag"), "the answer has no ETag");
    }

    /** Where the new resource is, which must be said. */
    public String location() {
        return Objects.requireNonNull(header("Location"), "the answer has no Location");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
