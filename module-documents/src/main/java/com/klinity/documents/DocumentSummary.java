package com.klinity.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document in a list: without its text, which is not needed to choose one.
 *
 * @param consentWithdrawn as a {@link Document} has it
 */
record DocumentSummary(
        UUID id,
        UUID appointmentId,
        TemplateReference template,
        String title,
        Status status,
        @Nullable Origin origin,
        @Nullable Boolean consentWithdrawn,
        @Nullable Signature signature,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The same, whose patient does not agree any more to what it was drafted from. */
    DocumentSummary withdrawn() {
        return new DocumentSummary(
                id, appointmentId, template, title, status, origin, true, signature, version, createdAt, updatedAt);
    }
}
