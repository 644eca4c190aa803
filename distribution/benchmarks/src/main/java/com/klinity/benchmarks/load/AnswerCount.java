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

    /** How many answers were given since; fails when one of them was not 200. */
    long since(Map<Integer, Long> before) {
        return onlyOk(before, byStatus());
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
}
