package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's own count of its answers.
 *
 * @param management where its metrics are
 */
record AnswerCount(URI management) {

    private static final Pattern LINE = Pattern.compile("(?m)^klinity_http_answers_total\\{status=\"(\\d+)\"} (\\d+)$");
    private static final int OK = 200;
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 50;

    Map<Integer, Long> byStatus() {
        try {
            byte[] text = management.resolve("/metrics").toURL().openStream().readAllBytes();
            return LINE.matcher(new String(text, StandardCharsets.UTF_8))
                    .results()
                    .collect(Collectors.toMap(
                            line -> Integer.parseInt(line.group(1)), line -> Long.parseLong(line.group(2))));
        } catch (IOException e) {
            throw new BenchmarkFailure("the server's metrics cannot be read", e);
        }
    }

    /** How many answers were given since, as soon as no more come; fails when one of them was not 200. */
    long settledSince(Map<Integer, Long> before) {
        Map<Integer, Long> now = byStatus();
        for (int tries = 0; tries < TRIES; tries++) {
            pause();
            Map<Integer, Long> later = byStatus();
            if (later.equals(now)) {
                return onlyOk(before, now);
            }
            now = later;
        }
        throw new BenchmarkFailure("the server goes on answering after the load has ended");
    }

    static long onlyOk(Map<Integer, Long> before, Map<Integer, Long> after) {
        after.forEach((status, count) -> {
            if (status != OK && count > before.getOrDefault(status, 0L)) {
                throw new BenchmarkFailure(
                        count - before.getOrDefault(status, 0L) + " answers had the status " + status);
            }
        });
        return after.getOrDefault(OK, 0L) - before.getOrDefault(OK, 0L);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
