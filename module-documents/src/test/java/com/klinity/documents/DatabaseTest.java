package com.klinity.documents;

import static com.klinity.documents.Practice.SERVER;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the application does with the credentials it has. */
class DatabaseTest {

    private static final String RESTRICT_VIOLATION = "23001";

    private final Practitioner ana = practitioner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update documents.documents set template = '{}' where id = ?",
                "update documents.documents set signed_at = null, signed_by = null, content_hash = null, header = null"
                        + " where id = ?",
                "delete from documents.documents where id = ?",
                "delete from documents.versions where document_id = ?",
                "update documents.versions set content = '{}' where document_id = ?",
                "insert into documents.versions (document_id, number, content, created_at) values (?, 2, '{}', now())",
                "update documents.addenda set text = 'x' where document_id = ?",
                "delete from documents.addenda where document_id = ?"
            })
    void a_signed_document_stays_as_it_is(String statement) throws SQLException {
        UUID id = signedWithAddendum();
        assertEquals(RESTRICT_VIOLATION, refusal(statement, id));
    }

    @Test
    void versions_of_a_draft_are_not_rewritten() throws SQLException {
        UUID id = UUID.fromString(draft(ana).id());
        assertEquals(
                RESTRICT_VIOLATION, refusal("update documents.versions set content = '{}' where document_id = ?", id));
    }

    @Test
    void a_draft_takes_no_addenda() throws SQLException {
        UUID id = UUID.fromString(draft(ana).id());
        assertEquals(RESTRICT_VIOLATION, refusal("""
            insert into documents.addenda (id, document_id, text, added_at, content_hash)
            values (gen_random_uuid(), ?, 'x', now(), 'x')
            """, id));
    }

    @Test
    @Tag("RT-4")
    void a_deleted_account_can_be_erased_signed_documents_and_all() throws SQLException {
        UUID id = signedWithAddendum();
        try (Connection app = app()) {
            run(app, "select platform.bury_account() where ? is not null", ana.account());
            for (String table : new DocumentsModule().data().getFirst().tables()) {
                run(app, "delete from " + table + " where account_id = ?", ana.account());
            }
            app.commit();
        }
        assertEquals(0, rows(id));
    }

    @Test
    @Tag("RT-4")
    void erasing_the_appointments_of_a_deleted_account_takes_signed_documents_along() throws SQLException {
        UUID id = signedWithAddendum();
        try (Connection app = app()) {
            run(app, "select platform.bury_account() where ? is not null", ana.account());
            run(app, "delete from appointments.appointments where account_id = ?", ana.account());
            app.commit();
        }
        assertEquals(0, rows(id));
    }

    private UUID signedWithAddendum() {
        String path = path(signed(ana));
        created(ana.post(path + "/addenda", "{\"text\": \"More.\"}"));
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private String refusal(String statement, UUID id) throws SQLException {
        try (Connection app = app()) {
            return assertThrows(SQLException.class, () -> run(app, statement, id))
                    .getSQLState();
        }
    }

    /** As the application connects, in the account's transaction. */
    private Connection app() {
        return SERVER.connectIn(ana.account());
    }

    private static void run(Connection connection, String statement, UUID id) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, id);
            prepared.execute();
        }
    }

    private static int rows(UUID document) throws SQLException {
        try (Connection all = SERVER.connect(DatabaseRole.SUPERUSER);
                var count = all.prepareStatement("""
                    select (select count(*) from documents.documents where id = ?)
                        + (select count(*) from documents.versions where document_id = ?)
                        + (select count(*) from documents.addenda where document_id = ?)
                    """)) {
            for (int i = 1; i <= 3; i++) {
                count.setObject(i, document);
            }
            try (var result = count.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
