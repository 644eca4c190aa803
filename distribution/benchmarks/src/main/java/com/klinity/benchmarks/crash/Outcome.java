package com.klinity.benchmarks.crash;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a writer heard of what it asked for. */
sealed interface Outcome {

    /**
     * It was done.
     *
     * @param request the answer's {@code X-Request-Id}
     * @param items   what the answer shows: ids with their texts; none after a removal
     */
    record Acknowledged(UUID request, Map<UUID, String> items) implements Outcome {

        Set<UUID> ids() {
            return items.keySet();
        }
    }

    /** No answer, half of one, or 503: it may have been done or not. */
    record Unknown() implements Outcome {}

    /**
     * An answer that no crash excuses.
     *
     * @param status HTTP status
     * @param detail type of the problem
     */
    record Wrong(int status, String detail) implements Outcome {}
}
