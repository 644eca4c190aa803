package com.klinity.documents;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents, their versions and addenda. */
final class DocumentTable {

    private static final Page.Position START = new Page.Position(Instant.EPOCH, new UUID(0, 0));

    private static final String SELECT = """
        select d.id, d.appointment_id, d.template, d.origin, d.version, d.created_at, d.updated_at, d.header,
            d.about, d.warnings, d.signed_at, d.signed_by, d.content_hash, v.content
        from documents.documents d
        join documents.versions v
            on v.account_id = d.account_id and v.document_id = d.id and v.number = d.version
        """;
    private static final String FIND = SELECT + "where d.id = :id";
    private static final String LIST = """
        select d.id, d.appointment_id, d.template, d.origin, d.version, d.created_at, d.updated_at,
            d.signed_at, d.signed_by, d.content_hash, v.content ->> 'title' as title
        from documents.documents d
        join documents.versions v
            on v.account_id = d.account_id and v.document_id = d.id and v.number = d.version
        where d.appointment_id = :appointment and (d.created_at, d.id) > (:at, :after)
        order by d.created_at, d.id
        limit :fetch
        """;
    // Joined to the version in one statement, a row that waited for the lock would be looked for with its old number.
    private static final String LOCK = "select id from documents.documents where id = :id for update";
    private static final String INSERT = """
        insert into documents.documents
            (id, appointment_id, template, origin, about, warnings, created_at, updated_at)
        values (:id, :appointment, :template, :origin, :about, :warnings, :now, :now)
        """;
    private static final String INSERT_VERSION = """
        insert into documents.versions (document_id, number, content, drafter, changed, created_at)
        values (:id, :number, :content, cast(:drafter as text), :changed, :now)
        """;
    private static final String UPDATE =
            "update documents.documents set version = :number, updated_at = :now where id = :id";
    private static final String SIGN = """
        update documents.documents
        set header = :header, signed_at = :at, signed_by = :by, content_hash = :hash, updated_at = :at
        where id = :id
        """;
    private static final String REGION = "select region from documents.documents where id = :id and region is not null";
    private static final String DELETE = "delete from documents.documents where id = :id";
    private static final String VERSIONS = """
        select number, content ->> 'title' as title, drafter, changed, created_at
        from documents.versions
        where document_id = :id and number > :after
        order by number
        limit :fetch
        """;
    private static final String VERSION = """
        select content, drafter, changed, created_at from documents.versions
        where document_id = :id and number = :number
        """;
    private static final String ADDENDA = """
        select id, text, added_at, content_hash from documents.addenda where document_id = :id order by added_at, id
        """;
    private static final String INSERT_ADDENDUM = """
        insert into documents.addenda (id, document_id, text, added_at, content_hash)
        values (:id, :document, :text, :at, :hash)
        """;

    private final Json json;

    DocumentTable(Json json) {
        this.json = json;
    }

    Optional<Document> find(Scope scope, UUID id) {
        return scope.sql(FIND)
                .set("id", id)
                .first(DocumentRow::document)
                .map(document -> document.signature() == null ? document : document.with(addenda(scope, id)));
    }

    /** The document, unchanged by others until the transaction ends. */
    Optional<Document> lock(Scope scope, UUID id) {
        return scope.sql(LOCK).set("id", id).first(row -> row.uuid("id")).flatMap(found -> find(scope, found));
    }

    List<DocumentSummary> list(Scope scope, UUID appointment, Page page) {
        Page.Position start = page.after().orElse(START);
        return scope.sql(LIST)
                .set("appointment", appointment)
                .set("at", start.at())
                .set("after", start.id())
                .set("fetch", page.fetch())
                .list(DocumentRow::summary);
    }

    void insert(Scope scope, Document document) {
        scope.sql(INSERT)
                .set("id", document.id())
                .set("appointment", document.appointmentId())
                .set("template", json.write(document.template()))
                .set("origin", document.origin() == null ? null : json.write(document.origin()))
                .set("about", document.header() == null ? null : json.write(document.header()))
                .set("warnings", json.write(Absent.toEmpty(document.warnings())))
                .set("now", document.createdAt())
                .execute();
        String drafter = document.origin() == null ? null : document.origin().drafter();
        insertVersion(scope, document.id(), document.version(), document.content(), drafter, document.createdAt());
    }

    void update(Scope scope, Document before, Content content, Instant now) {
        long version = before.version() + 1;
        insertVersion(scope, before.id(), version, content, null, now);
        scope.sql(UPDATE)
                .set("id", before.id())
                .set("number", version)
                .set("now", now)
                .execute();
    }

    void sign(Scope scope, UUID id, Header header, Signature signature) {
        scope.sql(SIGN)
                .set("id", id)
                .set("header", json.write(header))
                .set("at", signature.signedAt())
                .set("by", signature.signedBy())
                .set("hash", signature.contentHash())
                .execute();
    }

    /** How a document is printed that was signed before its header said so. */
    Optional<Region> region(Scope scope, UUID id) {
        return scope.sql(REGION).set("id", id).first(row -> row.json("region", Region.class));
    }

    void delete(Scope scope, UUID id) {
        scope.sql(DELETE).set("id", id).execute();
    }

    List<VersionSummary> versions(Scope scope, UUID id, long after, int fetch) {
        return scope.sql(VERSIONS)
                .set("id", id)
                .set("after", after)
                .set("fetch", fetch)
                .list(DocumentRow::version);
    }

    Optional<Version> version(Scope scope, UUID id, long number) {
        return scope.sql(VERSION).set("id", id).set("number", number).first(row -> {
            Content content = row.json("content", Content.class);
            return new Version(
                    id,
                    number,
                    content.title(),
                    content.sections(),
                    Author.of(row.textOrNull("drafter")),
                    row.jsonList("changed", String.class),
                    row.instant("created_at"));
        });
    }

    void insertAddendum(Scope scope, UUID document, Addendum addendum) {
        scope.sql(INSERT_ADDENDUM)
                .set("id", addendum.id())
                .set("document", document)
                .set("text", addendum.text())
                .set("at", addendum.addedAt())
                .set("hash", addendum.contentHash())
                .execute();
    }

    private List<Addendum> addenda(Scope scope, UUID document) {
        return scope.sql(ADDENDA).set("id", document).list(DocumentRow::addendum);
    }

    /** What a version changed is what carries its number. */
    private void insertVersion(
            Scope scope, UUID id, long version, Content content, @Nullable String drafter, Instant now) {
        scope.sql(INSERT_VERSION)
                .set("id", id)
                .set("number", version)
                .set("content", json.write(content))
                .set("drafter", drafter)
                .set("changed", json.write(content.changedIn(version)))
                .set("now", now)
                .execute();
    }
}
