package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; null for any. */
record Filter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String action,
        @Nullable String resourceType,
        @Nullable UUID resourceId) {

    static Filter of(Call call) {
        return new Filter(
                Times.of(call, "from"),
                Times.of(call, "to"),
                call.query("action").orElse(null),
                call.query("resourceType").orElse(null),
                call.query("resourceId").map(Filter::id).orElse(null));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("'resourceId' must be a UUID.");
        }
    }
}
