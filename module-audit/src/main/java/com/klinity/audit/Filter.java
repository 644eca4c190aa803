package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
                time(call, "from"),
                time(call, "to"),
                call.query("action").orElse(null),
                call.query("resourceType").orElse(null),
                call.query("resourceId").map(Filter::id).orElse(null));
    }

    private static @Nullable Instant time(Call call, String name) {
        try {
            return call.query(name)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(null);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("'" + name + "' must be a time such as 2026-01-31T09:30:00Z.");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("'resourceId' must be a UUID.");
        }
    }
}
