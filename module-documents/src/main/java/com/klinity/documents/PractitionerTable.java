package com.klinity.documents;

import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.time.Instant;
import java.util.Optional;

/** Who signs, at most one an account. */
final class PractitionerTable {

    private static final String FIND = "select name, council, number, region, version from documents.practitioners";
    private static final String SAVE = """
        insert into documents.practitioners (name, council, number, region, updated_at)
        values (:name, :council, :number, cast(:region as text), :now)
        on conflict (account_id) do update
        set name = excluded.name, council = excluded.council, number = excluded.number, region = excluded.region,
            updated_at = excluded.updated_at, version = practitioners.version + 1
        """;
    private static final String FIRST = """
        insert into documents.practitioners (name, council, number, region, updated_at)
        values (:name, :council, :number, cast(:region as text), :now)
        on conflict (account_id) do nothing
        """;
    private static final String CHANGE = """
        update documents.practitioners
        set name = :name, council = :council, number = :number, region = cast(:region as text), updated_at = :now,
            version = version + 1
        where version = :version
        """;

    private PractitionerTable() {}

    /** A practitioner and how often he was changed. */
    record Stored(Practitioner practitioner, long version) {}

    static Optional<Stored> find(Scope scope) {
        return scope.sql(FIND).first(PractitionerTable::stored);
    }

    static void save(Scope scope, Practitioner practitioner, Instant now) {
        write(scope.sql(SAVE), practitioner, now);
    }

    /** False when that is not the version any more; 0 is nobody. */
    static boolean change(Scope scope, long version, Practitioner practitioner, Instant now) {
        return version == 0
                ? write(scope.sql(FIRST), practitioner, now) == 1
                : write(scope.sql(CHANGE).set("version", version), practitioner, now) == 1;
    }

    private static int write(Statement statement, Practitioner practitioner, Instant now) {
        Registration registration = practitioner.registration();
        return statement
                .set("name", practitioner.name())
                .set("council", registration.council())
                .set("number", registration.number())
                .set("region", registration.region())
                .set("now", now)
                .execute();
    }

    private static Stored stored(Row row) {
        Registration registration = new Registration(row.text("council"), row.text("number"), row.textOrNull("region"));
        return new Stored(new Practitioner(row.text("name"), registration), row.number("version"));
    }
}
