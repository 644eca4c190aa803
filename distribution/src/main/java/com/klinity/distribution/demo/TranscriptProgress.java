package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Shows how far a transcript is, from its representations. */
final class TranscriptProgress {

    private final Progress progress;
    private final Instant begin;

    TranscriptProgress(Progress progress, Instant begin) {
        this.progress = progress;
        this.begin = begin;
    }

    /** True when there is nothing more to wait for. */
    boolean ended(JsonNode transcript) {
        String status = transcript.path("status").asString();
        if (status.equals("failed")) {
            throw new CommandFailure("the transcript failed: "
                    + transcript.at("/failure/code").asString() + ", "
                    + transcript.at("/failure/detail").asString());
        }
        boolean ended = status.equals("completed");
        double fraction = ended ? 1 : transcript.path("progress").asDouble(0);
        progress.at("transcribing", fraction, Duration.between(begin, Instant.now()));
        return ended;
    }
}
