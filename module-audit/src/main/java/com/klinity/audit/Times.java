package com.klinity.audit;

import com.klinity.platform.spi.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Query parameters that are times (RFC 3339 §5.6). */
final class Times {

    private Times() {}

    /** The time, or null when it is not given. */
    static @Nullable Instant of(Call call, String name) {
        return call.query(name, Instant.class).orElse(null);
    }
}
