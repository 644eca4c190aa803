package com.klinity.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it.
 *
 * @param header    frozen by the signature; on drafts as things are now, and null when it comes from the table alone
 * @param warnings  what somebody has to know before signing; null when there is nothing
 * @param consentWithdrawn true when there is no consent any more to the recording that it was drafted from; null otherwise
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
        @Nullable List<Warning> warnings,
        @Nullable Boolean consentWithdrawn,
        @Nullable Signature signature,
        List<Addendum> addenda,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    Document {
        sections = List.copyOf(sections);
        addenda = List.copyOf(addenda);
        warnings = warnings == null || warnings.isEmpty() ? null : List.copyOf(warnings);
    }

    Content content() {
        return new Content(title, sections);
    }

    /** Grows with every change: versions while it is a draft, then the signature, then addenda. */
    long entityTag() {
        return signature == null ? version : version + 1 + addenda.size();
    }

    /** The section of that key. */
    Optional<Section> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    Document with(List<Addendum> other) {
        return with(header, warnings, consentWithdrawn, other);
    }

    Document with(Header other, List<Warning> told) {
        return with(other, told, consentWithdrawn, addenda);
    }

    /** The same, whose patient does not agree any more to what it was drafted from. */
    Document withdrawn() {
        return with(header, warnings, true, addenda);
    }

    private Document with(
            @Nullable Header heads, @Nullable List<Warning> told, @Nullable Boolean withdrawn, List<Addendum> added) {
        return new Document(
                id,
                appointmentId,
                template,
                title,
                status,
                sections,
                origin,
                heads,
                told,
                withdrawn,
                signature,
                added,
                version,
                createdAt,
                updatedAt);
    }
}
