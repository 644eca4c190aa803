package com.klinity.appointments;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of appointments. */
final class AppointmentTable {

    private static final String COLUMNS = "id, patient_id, starts_at, ends_at, status, title,"
            + " consent_given, consent_at, consent_method, consent_ai is not null as ai_told,"
            + " coalesce(consent_ai, false) as consent_ai, created_at, updated_at, version";
    private static final String SELECT = "select " + COLUMNS + " from appointments.appointments";
    private static final String FIND = SELECT + " where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String HOLD = "select id from appointments.appointments where id = :id for key share";
    private static final String OF_PATIENT =
            "select id from appointments.appointments where patient_id = :patient order by starts_at, id for update";
    private static final String DELETE = "delete from appointments.appointments where id = :id";
    private static final String DELETE_OF_PATIENT = "delete from appointments.appointments where patient_id = :patient";
    private static final String INSERT = """
        insert into appointments.appointments
            (id, patient_id, starts_at, ends_at, status, title,
             consent_given, consent_at, consent_method, consent_ai, created_at, updated_at)
        values (:id, :patient, :startsAt, :endsAt, :status, :title, :given, :at, :method, :ai, :now, :now)
        returning\
        """ + " " + COLUMNS;
    private static final String UPDATE = """
        update appointments.appointments
        set patient_id = :patient, starts_at = :startsAt, ends_at = :endsAt, status = :status, title = :title,
            consent_given = :given, consent_at = :at, consent_method = :method, consent_ai = :ai,
            updated_at = :now, version = version + 1
        where id = :id
        returning\
        """ + " " + COLUMNS;

    private AppointmentTable() {}

    static Stored<AppointmentView> insert(Scope scope, UUID id, AppointmentInput input, Instant now) {
        return write(scope.sql(INSERT), id, input, now);
    }

    static Stored<AppointmentView> update(Scope scope, UUID id, AppointmentInput input, Instant now) {
        return write(scope.sql(UPDATE), id, input, now);
    }

    static Optional<Stored<AppointmentView>> find(Scope scope, UUID id) {
        return scope.sql(FIND).set("id", id).first(AppointmentTable::map);
    }

    /** The same, kept from changing until the transaction ends. */
    static Optional<Stored<AppointmentView>> lock(Scope scope, UUID id) {
        return scope.sql(LOCK).set("id", id).first(AppointmentTable::map);
    }

    /** True when there is such an appointment, which nobody changes until the transaction ends. */
    static boolean hold(Scope scope, UUID id) {
        return scope.sql(HOLD).set("id", id).first(row -> row.uuid("id")).isPresent();
    }

    static List<AppointmentView> list(Scope scope, Conditions conditions, Order order, Page page) {
        @Nullable Instant place = page.after().map(Page.Position::at).orElse(null);
        return conditions.list(
                scope, SELECT, order, page, place, row -> map(row).view().inList(row.number("version")));
    }

    static List<UUID> ofPatient(Scope scope, UUID patient) {
        return scope.sql(OF_PATIENT).set("patient", patient).list(row -> row.uuid("id"));
    }

    static void delete(Scope scope, UUID id) {
        scope.sql(DELETE).set("id", id).execute();
    }

    static void deleteOfPatient(Scope scope, UUID patient) {
        scope.sql(DELETE_OF_PATIENT).set("patient", patient).execute();
    }

    private static Stored<AppointmentView> write(Statement statement, UUID id, AppointmentInput input, Instant now) {
        Consent consent = input.recordingConsent();
        return statement
                .set("id", id)
                .set("patient", input.patientId())
                .set("startsAt", input.startsAt())
                .set("endsAt", input.endsAt())
                .set("status", Code.of(input.statusOrScheduled()))
                .set("title", input.title())
                .set("given", consent == null ? null : consent.given())
                .set("at", consent == null ? null : consent.at())
                .set("method", consent == null ? null : Code.orNull(consent.method()))
                .set("ai", consent == null ? null : consent.ai())
                .set("now", now)
                .first(AppointmentTable::map)
                .orElseThrow();
    }

    private static Stored<AppointmentView> map(Row row) {
        AppointmentView view = new AppointmentView(
                row.uuid("id"),
                row.uuid("patient_id"),
                row.instant("starts_at"),
                row.instantOrNull("ends_at"),
                Code.parse(AppointmentStatus.class, row.text("status")).orElseThrow(),
                row.textOrNull("title"),
                consent(row),
                row.instant("created_at"),
                row.instant("updated_at"),
                null,
                null,
                null);
        return new Stored<>(view, row.number("version"));
    }

    private static @Nullable Consent consent(Row row) {
        Instant at = row.instantOrNull("consent_at");
        return at == null
                ? null
                : new Consent(
                        row.flag("consent_given"),
                        at,
                        Code.parse(ConsentMethod.class, row.textOrNull("consent_method"))
                                .orElse(null),
                        row.flag("ai_told") ? row.flag("consent_ai") : null);
    }
}
