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
                text(call, "action"),
                text(call, "resourceType"),
                call.query("resourceId", UUID.class).orElse(null));
    }

    /** Refused here, since what is found while an export is sent is found after the log has told of it. */
    private static @Nullable String text(Call call, String name) {
        String text = call.query(name).orElse(null);
        if (text != null && text.indexOf('\0') >= 0) {
            throw Refusal.malformed("'" + name + "' must not hold the character U+0000.");
        }
        return text;
    }
}
