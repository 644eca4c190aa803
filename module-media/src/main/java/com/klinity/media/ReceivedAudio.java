package com.klinity.media;

import com.klinity.media.spi.BlobKey;
import org.jspecify.annotations.Nullable;

/** Audio that is in the store and not yet on record. */
record ReceivedAudio(
        BlobKey key,
        String contentType,
        long bytes,
        String sha256,
        @Nullable Double durationSeconds) {}
