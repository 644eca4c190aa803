package com.klinity.appointments;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of patients. */
final class PatientTable {

    private static final String COLUMNS =
            "id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at, version";
    private static final String SELECT = "select " + COLUMNS + " from appointments.patients";
    private static final String FIND = SELECT + " where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String HOLD = "select id from appointments.patients where id = :id for key share";
    private static final String DELETE = "delete from appointments.patients where id = :id";
    private static final String INSERT = """
        insert into appointments.patients
            (id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at)
        values (:id, :name, :birthDate, :sex, :email, :phone, :externalId, :notes, :now, :now)
        returning\
        """ + " " + COLUMNS;
    private static final String UPDATE = """
        update appointments.patients
        set name = :name, birth_date = :birthDate, sex = :sex, email = :email, phone = :phone,
            external_id = :externalId, notes = :notes, updated_at = :now, version = version + 1
        where id = :id
        returning\
        """ + " " + COLUMNS;

    private PatientTable() {}

    static Stored<PatientView> insert(Scope scope, UUID id, PatientInput input, Instant now) {
        return write(scope.sql(INSERT), id, input, now);
    }

    static Stored<PatientView> update(Scope scope, UUID id, PatientInput input, Instant now) {
        return write(scope.sql(UPDATE), id, input, now);
    }

    static Optional<Stored<PatientView>> find(Scope scope, UUID id) {
        return scope.sql(FIND).set("id", id).first(PatientTable::map);
    }

    /** The same, kept from changing until the transaction ends. */
    static Optional<Stored<PatientView>> lock(Scope scope, UUID id) {
        return scope.sql(LOCK).set("id", id).first(PatientTable::map);
    }

    /** True when there is such a patient, who then stays until the transaction ends. */
    static boolean hold(Scope scope, UUID id) {
        return scope.sql(HOLD).set("id", id).first(row -> row.uuid("id")).isPresent();
    }

    static List<PatientView> list(Scope scope, Conditions conditions, Page page) {
        return conditions.list(scope, SELECT, "created_at", page, row -> map(row).view());
    }

    static void delete(Scope scope, UUID id) {
        scope.sql(DELETE).set("id", id).execute();
    }

    private static Stored<PatientView> write(Statement statement, UUID id, PatientInput input, Instant now) {
        Contact contact = input.contact();
        return statement
                .set("id", id)
                .set("name", input.name())
                .set("birthDate", input.birthDate())
                .set("sex", Code.orNull(input.sex()))
                .set("email", contact == null ? null : contact.email())
                .set("phone", contact == null ? null : contact.phone())
                .set("externalId", input.externalId())
                .set("notes", input.notes())
                .set("now", now)
                .first(PatientTable::map)
                .orElseThrow();
    }

    private static Stored<PatientView> map(Row row) {
        PatientView view = new PatientView(
                row.uuid("id"),
                row.text("name"),
                row.dateOrNull("birth_date"),
                Code.parse(Sex.class, row.textOrNull("sex")).orElse(null),
                new Contact(row.textOrNull("email"), row.textOrNull("phone")).orNull(),
                row.textOrNull("external_id"),
                row.textOrNull("notes"),
                row.instant("created_at"),
                row.instant("updated_at"));
        return new Stored<>(view, row.number("version"));
    }
}
