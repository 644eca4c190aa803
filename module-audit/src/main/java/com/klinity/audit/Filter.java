package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Parameters;
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

    static final Parameters PARAMETERS = Parameters.none()
            .period("entries")
            .text("action", "Only entries of that action.")
            .text("resourceType", "Only entries about resources of that type.")
            .and("resourceId", UUID.class, "Only entries about that resource.");

    static Filter of(Call call) {
        return new Filter(
                Times.of(call, "from"),
                Times.of(call, "to"),
                call.query("action").orElse(null),
                call.query("resourceType").orElse(null),
                call.query("resourceId", UUID.class).orElse(null));
    }
}
