package com.klinity.appointments;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of consents' histories. They only grow; the appointment's row is locked when they do. */
final class ConsentTable {

    /** A row has no flags that may be missing. */
    private static final String AI = "ai is not null as ai_told, coalesce(ai, false) as ai";

    private static final String COLUMNS = "id, appointment_id, given, method, " + AI + ", at, text, text_version,"
            + " text_sha256, recorded_with, account_id, recorded_at";
    private static final String FIND =
            "select " + COLUMNS + " from appointments.consents where appointment_id = :appointment and id = :id";
    private static final String LIST = "select " + COLUMNS + """
         from appointments.consents
        where appointment_id = :appointment and (recorded_at, id) > (:at, :after)
        order by recorded_at, id limit :fetch
        """;
    private static final String INSERT = """
        insert into appointments.consents
            (id, appointment_id, given, method, ai, at, text, text_version, text_sha256, recorded_with, recorded_at)
        values (:id, :appointment, :given, :method, :ai, :at, :text, :version, :sha256, :with, :now)
        returning\
        """ + " " + COLUMNS;
    private static final String LAST_WITHDRAWAL =
            "select max(at) as at from appointments.consents where appointment_id = :appointment and not given";
    private static final String LAST_RECORDED =
            "select max(recorded_at) as at from appointments.consents where appointment_id = :appointment";
    private static final String BINDS = """
        select exists (select from appointments.consents
            where appointment_id = :appointment and recorded_with not in ('booking', 'move')) as binds
        """;

    private static final Page.Position START = new Page.Position(Instant.EPOCH, new UUID(0, 0));

    private ConsentTable() {}

    static ConsentEntry insert(
            Scope scope, UUID id, UUID appointment, Consent consent, Wording wording, RecordedWith with, Instant now) {
        return scope.sql(INSERT)
                .set("id", id)
                .set("appointment", appointment)
                .set("given", consent.given())
                .set("method", Code.orNull(consent.method()))
                .set("ai", consent.ai())
                .set("at", consent.at())
                .set("text", wording.text())
                .set("version", wording.version())
                .set("sha256", wording.sha256())
                .set("with", Code.of(with))
                .set("now", now)
                .first(ConsentTable::map)
                .orElseThrow();
    }

    static Optional<ConsentEntry> find(Scope scope, UUID appointment, UUID id) {
        return scope.sql(FIND).set("appointment", appointment).set("id", id).first(ConsentTable::map);
    }

    static List<ConsentEntry> list(Scope scope, UUID appointment, Page page) {
        Page.Position start = page.after().orElse(START);
        return scope.sql(LIST)
                .set("appointment", appointment)
                .set("at", start.at())
                .set("after", start.id())
                .set("fetch", page.fetch())
                .list(ConsentTable::map);
    }

    /** When consent was last withdrawn; null when it never was. */
    static @Nullable Instant lastWithdrawal(Scope scope, UUID appointment) {
        return time(scope, LAST_WITHDRAWAL, appointment);
    }

    /** When the last entry was recorded; null when there is none. */
    static @Nullable Instant lastRecorded(Scope scope, UUID appointment) {
        return time(scope, LAST_RECORDED, appointment);
    }

    /** Whether there is an entry that holds the appointment to its patient. */
    static boolean binds(Scope scope, UUID appointment) {
        return scope.sql(BINDS)
                .set("appointment", appointment)
                .first(row -> row.flag("binds"))
                .orElseThrow();
    }

    private static @Nullable Instant time(Scope scope, String query, UUID appointment) {
        return scope.sql(query)
                .set("appointment", appointment)
                .first(row -> Optional.ofNullable(row.instantOrNull("at")))
                .flatMap(found -> found)
                .orElse(null);
    }

    private static ConsentEntry map(Row row) {
        return new ConsentEntry(
                row.uuid("id"),
                row.uuid("appointment_id"),
                row.flag("given"),
                Code.parse(ConsentMethod.class, row.textOrNull("method")).orElse(null),
                row.flag("ai_told") ? row.flag("ai") : null,
                row.instant("at"),
                row.textOrNull("text"),
                row.textOrNull("text_version"),
                row.textOrNull("text_sha256"),
                Code.parse(RecordedWith.class, row.text("recorded_with")).orElseThrow(),
                row.uuid("account_id"),
                row.instant("recorded_at"),
                null);
    }
}
