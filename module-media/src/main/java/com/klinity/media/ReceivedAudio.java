package com.klinity.media;

import org.jspecify.annotations.Nullable;

/** Audio that is in the store and not yet on record. */
record ReceivedAudio(
        Underway upload,
        String contentType,
        long bytes,
        String sha256,
        @Nullable Double durationSeconds) {}
