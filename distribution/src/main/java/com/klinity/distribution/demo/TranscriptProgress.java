package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Follows a transcript to its end, over every break of the connection. */
final class TranscriptProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ApiClient api;
    private final Progress progress;
    private final String path;
    private final Instant begin = Instant.now();

    TranscriptProgress(ApiClient api, Progress progress, String path) {
        this.api = api;
        this.progress = progress;
        this.path = path;
    }

    /** The completed transcript. */
    JsonNode await() {
        JsonNode transcript = read();
        while (!transcript.path("status").asString().equals("completed")) {
            api.follow(path + "/events", this::show);
            transcript = read();
            Patience.pause(LOOK_AGAIN);
        }
        progress.at("transcribing", 1, elapsed());
        return transcript;
    }

    Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }

    private void show(JsonNode event) {
        double fraction = event.path("progress").asDouble();
        if (fraction < 1) {
            progress.at("transcribing", fraction, elapsed());
        }
    }

    private JsonNode read() {
        JsonNode transcript = api.get(path, "application/json").json();
        if (transcript.path("status").asString().equals("failed")) {
            throw new CommandFailure("the transcript failed: "
                    + transcript.at("/failure/code").asString() + ", "
                    + transcript.at("/failure/detail").asString());
        }
        return transcript;
    }
}
