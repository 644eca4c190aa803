package com.klinity.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it.
 *
 * @param header    frozen by the signature; absent on drafts
 * @param version   number of the content's version
 * @param addenda   in the order they were added
 */
record Document(
        UUID id,
        UUID appointmentId,
        TemplateReference template,
        String title,
        Status status,
        List<Section> sections,
        @Nullable Origin origin,
        @Nullable Header header,
        @Nullable Signature signature,
        List<Addendum> addenda,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    Document {
        sections = List.copyOf(sections);
        addenda = List.copyOf(addenda);
    }

    Content content() {
        return new Content(title, sections);
    }

    /** Grows with every change: versions while it is a draft, then the signature, then addenda. */
    long entityTag() {
        return signature == null ? version : version + 1 + addenda.size();
    }

    Document with(List<Addendum> other) {
        return new Document(
                id,
                appointmentId,
                template,
                title,
                status,
                sections,
                origin,
                header,
                signature,
                other,
                version,
                createdAt,
                updatedAt);
    }
}
