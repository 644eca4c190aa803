package com.klinity.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document in a list: without its text, which is not needed to choose one. */
record DocumentSummary(
        UUID id,
        UUID appointmentId,
        TemplateReference template,
        String title,
        Status status,
        @Nullable Origin origin,
        @Nullable Signature signature,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
