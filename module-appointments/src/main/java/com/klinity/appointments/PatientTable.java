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

/** The SQL of patients. */
final class PatientTable {

    private static final String COLUMNS =
            "id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at, version, name_order";
    private static final String SELECT = "select " + COLUMNS + " from appointments.patients";
    private static final String FIND = SELECT + " where id = :id";
    private static final String ALL = SELECT + " where id = any(:ids)";
    private static final String LOCK = FIND + " for update";
    private static final String HOLD = "select id from appointments.patients where id = :id for key share";
    private static final String DELETE = "delete from appointments.patients where id = :id";
    private static final String INSERT = """
        insert into appointments.patients
            (id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at,
             folding, name_order, name_likeness)
        values (:id, :name, :birthDate, :sex, :email, :phone, :externalId, :notes, :now, :now,
             :folding, :order, :likeness)
        on conflict (account_id, external_id) where not external_id_shared do nothing
        returning\
        """ + " " + COLUMNS;

    /** A row whose name stays is not folded here: what it is found by is as old as before. */
    private static final String UPDATE = """
        update appointments.patients
        set name = :name, birth_date = :birthDate, sex = :sex, email = :email, phone = :phone,
            external_id = :externalId, notes = :notes, updated_at = :now, version = version + 1,
            folding = case when name = :name then folding else :folding end, name_order = :order, name_likeness = :likeness,
            external_id_shared = external_id_shared and external_id is not distinct from :externalId
        where id = :id
        returning\
        """ + " " + COLUMNS;

    /**
     * A patient in a list.
     *
     * @param nameOrder what the name is put in order by
     */
    record Listed(PatientView view, String nameOrder) {}

    private PatientTable() {}

    /** The new row; empty when its number is another one's. */
    static Optional<Stored<PatientView>> insert(Scope scope, UUID id, PatientInput input, Instant now) {
        return write(scope.sql(INSERT), id, input, now);
    }

    static Stored<PatientView> update(Scope scope, UUID id, PatientInput input, Instant now) {
        return write(scope.sql(UPDATE), id, input, now).orElseThrow();
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

    static List<Listed> list(Scope scope, Conditions conditions, Order order, Page page, @Nullable Object place) {
        return conditions.list(
                scope,
                SELECT,
                order,
                page,
                place,
                row -> new Listed(map(row).view().inList(row.number("version")), row.text("name_order")));
    }

    /** Those of these ids that there are, in no order. */
    static List<PatientView> all(Scope scope, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : scope.sql(ALL).set("ids", ids).list(row -> map(row).view().inList(row.number("version")));
    }

    static void delete(Scope scope, UUID id) {
        scope.sql(DELETE).set("id", id).execute();
    }

    private static Optional<Stored<PatientView>> write(Statement statement, UUID id, PatientInput input, Instant now) {
        Contact contact = input.contact();
        FoldedName folded = FoldedName.of(input.name());
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
                .set("folding", Folding.VERSION)
                .set("order", folded.order())
                .set("likeness", folded.likeness())
                .first(PatientTable::map);
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
                row.instant("updated_at"),
                null,
                null);
        return new Stored<>(view, row.number("version"));
    }
}
