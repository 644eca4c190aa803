package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Query parameters that are times (RFC 3339 §5.6). */
final class Times {

    private Times() {}

    /** The time, or null when it is not given. */
    static @Nullable Instant of(Call call, String name) {
        try {
            return call.query(name)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(null);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("'" + name + "' must be a time such as 2026-01-31T09:30:00Z.");
        }
    }
}
