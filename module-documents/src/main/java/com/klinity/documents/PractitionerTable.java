package com.klinity.documents;

import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who signs, at most one an account. */
final class PractitionerTable {

    private static final String FIND = "select name, council, number, region, version from documents.practitioners";
    private static final String SAVE = """
        insert into documents.practitioners (name, council, number, region, updated_at)
        values (:name, :council, :number, cast(:region as text), :now)
        on conflict (account_id) do update
        set name = excluded.name, council = excluded.council, number = excluded.number, region = excluded.region,
            updated_at = excluded.updated_at, version = practitioners.version + 1
        where practitioners.version = coalesce(cast(:known as bigint), practitioners.version)
        """;

    private PractitionerTable() {}

    /** A practitioner and how often he was changed. */
    record Stored(Practitioner practitioner, long version) {}

    static Optional<Stored> find(Scope scope) {
        return scope.sql(FIND).first(PractitionerTable::stored);
    }

    /**
     * Saves.
     *
     * @param known the version that is to be replaced, 0 for nobody; null for whatever there is
     * @return false when there is another version
     */
    static boolean save(Scope scope, Practitioner practitioner, @Nullable Long known, Instant now) {
        Registration registration = practitioner.registration();
        int saved = scope.sql(SAVE)
                .set("known", known)
                .set("name", practitioner.name())
                .set("council", registration.council())
                .set("number", registration.number())
                .set("region", registration.region())
                .set("now", now)
                .execute();
        return saved == 1;
    }

    private static Stored stored(Row row) {
        Registration registration = new Registration(row.text("council"), row.text("number"), row.textOrNull("region"));
        return new Stored(new Practitioner(row.text("name"), registration), row.number("version"));
    }
}
