package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Query parameters that are times (RFC 3339 §5.6). */
final class Times {

    /** PostgreSQL has no times outside of these (its manual, 8.5). */
    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+294276-01-01T00:00:00Z");

    private Times() {}

    /** The time, or null when it is not given. */
    static @Nullable Instant of(Call call, String name) {
        Instant time = call.query(name).map(text -> parsed(name, text)).orElse(null);
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw malformed(name);
        }
        return time;
    }

    private static Instant parsed(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw malformed(name);
        }
    }

    private static Refusal malformed(String name) {
        return Refusal.malformed("'" + name + "' must be a time such as 2026-01-31T09:30:00Z.");
    }
}
