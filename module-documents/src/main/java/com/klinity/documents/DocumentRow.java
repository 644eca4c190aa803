package com.klinity.documents;

import com.klinity.platform.spi.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of documents as records. */
final class DocumentRow {

    private DocumentRow() {}

    static Document document(Row row) {
        Signature signature = signature(row);
        Content content = row.json("content", Content.class);
        boolean draft = signature == null;
        return new Document(
                row.uuid("id"),
                row.uuid("appointment_id"),
                row.json("template", TemplateReference.class),
                content.title(),
                statusOf(signature),
                draft ? content.sections().stream().map(Section::tagged).toList() : content.sections(),
                jsonOrNull(row, "origin", Origin.class),
                jsonOrNull(row, draft ? "about" : "header", Header.class),
                draft ? row.jsonList("warnings", Warning.class) : null,
                null,
                signature,
                List.of(),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    static DocumentSummary summary(Row row) {
        Signature signature = signature(row);
        return new DocumentSummary(
                row.uuid("id"),
                row.uuid("appointment_id"),
                row.json("template", TemplateReference.class),
                row.text("title"),
                statusOf(signature),
                jsonOrNull(row, "origin", Origin.class),
                null,
                signature,
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    static VersionSummary version(Row row) {
        return new VersionSummary(
                row.number("number"),
                row.text("title"),
                Author.of(row.textOrNull("drafter")),
                row.jsonList("changed", String.class),
                row.instant("created_at"));
    }

    static Addendum addendum(Row row) {
        return new Addendum(row.uuid("id"), row.text("text"), row.instant("added_at"), row.text("content_hash"));
    }

    private static Status statusOf(@Nullable Signature signature) {
        return signature == null ? Status.DRAFT : Status.SIGNED;
    }

    private static @Nullable Signature signature(Row row) {
        Instant signedAt = row.instantOrNull("signed_at");
        return signedAt == null ? null : new Signature(signedAt, row.uuid("signed_by"), row.text("content_hash"));
    }

    private static <T> @Nullable T jsonOrNull(Row row, String column, Class<T> type) {
        return row.textOrNull(column) == null ? null : row.json(column, type);
    }
}
