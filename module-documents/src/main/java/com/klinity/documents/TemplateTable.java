package com.klinity.documents;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's own templates and their versions. */
final class TemplateTable {

    private static final Page.Position START = new Page.Position(Instant.EPOCH, new UUID(0, 0));

    private static final String SELECT = """
        select t.id, v.number, v.body, t.created_at, v.created_at as updated_at
        from documents.templates t
        join documents.template_versions v on v.account_id = t.account_id and v.template_id = t.id
        """;
    private static final String FIND = SELECT + "where t.id = :id and v.number = t.version";
    private static final String FIND_VERSION = SELECT + "where t.id = :id and v.number = :number";
    private static final String LIST = SELECT + """
        where v.number = t.version and (t.created_at, t.id) > (:at, :after)
            and (:language::text is null or t.language = :language)
        order by t.created_at, t.id
        limit :fetch
        """;
    private static final String LOCK = "select id from documents.templates where id = :id for update";
    private static final String INSERT = """
        insert into documents.templates (id, language, created_at, updated_at)
        values (:id, :language, :now, :now)
        """;
    private static final String INSERT_VERSION = """
        insert into documents.template_versions (template_id, number, body, created_at)
        values (:id, :number, :body, :now)
        """;
    private static final String UPDATE = """
        update documents.templates set version = :number, language = :language, updated_at = :now where id = :id
        """;
    private static final String DELETE = "delete from documents.templates where id = :id";

    private final Json json;

    TemplateTable(Json json) {
        this.json = json;
    }

    Optional<Template> find(Scope scope, UUID id) {
        return scope.sql(FIND).set("id", id).first(TemplateTable::template);
    }

    Optional<Template> find(Scope scope, UUID id, long version) {
        return scope.sql(FIND_VERSION).set("id", id).set("number", version).first(TemplateTable::template);
    }

    /** The template, unchanged by others until the transaction ends. */
    Optional<Template> lock(Scope scope, UUID id) {
        return scope.sql(LOCK).set("id", id).first(row -> row.uuid("id")).flatMap(found -> find(scope, found));
    }

    List<Template> list(Scope scope, Optional<Page.Position> after, Optional<String> language, int fetch) {
        Page.Position start = after.orElse(START);
        return scope.sql(LIST)
                .set("at", start.at())
                .set("after", start.id())
                .set("language", language.orElse(null))
                .set("fetch", fetch)
                .list(TemplateTable::template);
    }

    Template insert(Scope scope, UUID id, TemplateBody body, Instant now) {
        scope.sql(INSERT)
                .set("id", id)
                .set("language", body.language())
                .set("now", now)
                .execute();
        insertVersion(scope, id, 1, body, now);
        return Template.own(id, 1, body, now, now);
    }

    Template update(Scope scope, Template before, TemplateBody body, Instant now) {
        long version = before.version() + 1;
        insertVersion(scope, before.id(), version, body, now);
        scope.sql(UPDATE)
                .set("id", before.id())
                .set("number", version)
                .set("language", body.language())
                .set("now", now)
                .execute();
        return Template.own(before.id(), version, body, before.createdAt(), now);
    }

    void delete(Scope scope, UUID id) {
        scope.sql(DELETE).set("id", id).execute();
    }

    private void insertVersion(Scope scope, UUID id, long version, TemplateBody body, Instant now) {
        scope.sql(INSERT_VERSION)
                .set("id", id)
                .set("number", version)
                .set("body", json.write(body))
                .set("now", now)
                .execute();
    }

    private static Template template(Row row) {
        return Template.own(
                row.uuid("id"),
                row.number("number"),
                row.json("body", TemplateBody.class),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
