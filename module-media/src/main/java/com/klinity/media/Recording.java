package com.klinity.media;

import com.klinity.media.api.RecordingCard;
import com.klinity.platform.spi.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recording as the API shows it. It never changes, so its version is always the first. */
record Recording(
        UUID id,
        UUID appointmentId,
        String contentType,
        long bytes,
        String sha256,
        @Nullable Double durationSeconds,
        Instant createdAt,
        @Nullable Instant deleteAfter) {

    static final long VERSION = 1;

    RecordingCard card() {
        return new RecordingCard(id, appointmentId, contentType, bytes, sha256, durationSeconds);
    }

    Page.Position position() {
        return new Page.Position(createdAt, id);
    }
}
