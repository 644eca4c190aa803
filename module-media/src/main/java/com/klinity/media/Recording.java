package com.klinity.media;

import com.klinity.media.api.RecordingCard;
import com.klinity.platform.spi.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as the API shows it. It never changes, but for the consent it rests on.
 *
 * @param consentWithdrawn true when there is no consent to it any more; absent otherwise
 */
record Recording(
        UUID id,
        UUID appointmentId,
        String contentType,
        long bytes,
        String sha256,
        @Nullable Double durationSeconds,
        Instant createdAt,
        @Nullable Instant deleteAfter,
        @Nullable Boolean consentWithdrawn) {

    /** The same, saying whether there is still consent to it. */
    Recording with(boolean consent) {
        return new Recording(
                id,
                appointmentId,
                contentType,
                bytes,
                sha256,
                durationSeconds,
                createdAt,
                deleteAfter,
                consent ? null : Boolean.TRUE);
    }

    /** The first while there is consent to it, the second while there is none. */
    long version() {
        return consentWithdrawn == null ? 1 : 2;
    }

    RecordingCard card() {
        return new RecordingCard(id, appointmentId, AudioKind.usual(contentType), bytes, sha256, durationSeconds);
    }

    Page.Position position() {
        return new Page.Position(createdAt, id);
    }
}
