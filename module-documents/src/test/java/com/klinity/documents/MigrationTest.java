package com.klinity.documents;

import static com.klinity.documents.Practice.SERVER;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.practitioner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the second script makes of documents from before it. Each test takes back what it added and runs it again, in a
 * transaction that is rolled back.
 */
class MigrationTest {

    private static final String SCRIPT = "/META-INF/migrations/documents/V2__what_a_signature_rests_on.sql";

    private final Practitioner ana = practitioner();
    private final Connection owner = SERVER.connect(DatabaseRole.OWNER);
    private Answer signed = changedAndSigned();

    private Answer changedAndSigned() {
        Answer draft = drafted(ana, appointment(ana), "i have had a bad cough");
        ana.patch(path(draft), draft.etag(), "{\"sections\": {\"plan\": \"Rest.\"}}");
        return ana.post(path(draft) + "/sign");
    }

    @BeforeEach
    void migrated_again() throws SQLException, IOException {
        owner.setAutoCommit(false);
        run("""
            drop table documents.practitioners;
            alter table documents.documents drop column about, drop column warnings, drop column region;
            alter table documents.versions drop column drafter, drop column changed;
            create table identity.settings (account_id uuid, locale text, time_zone text);
            insert into identity.settings values ('%s', 'pt-BR', 'America/Sao_Paulo');
            alter table identity.settings enable row level security;
            alter table identity.settings force row level security;
            """.formatted(ana.account()));
        run(script());
    }

    @AfterEach
    void rolled_back() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void a_signed_document_keeps_the_zone_that_its_account_has() throws SQLException {
        assertEquals(
                "pt-BR America/Sao_Paulo",
                seen("(region ->> 'locale') || ' ' || (region ->> 'timeZone')", "documents", ""));
    }

    @Test
    void what_was_signed_and_its_hash_stay_as_they_are() throws SQLException {
        assertEquals(
                signed.json().path("signature").path("contentHash").asString(), seen("content_hash", "documents", ""));
    }

    @Test
    void the_first_version_is_the_machines_and_the_second_the_practitioners() throws SQLException {
        assertEquals(
                signed.json().path("origin").path("drafter").asString() + ",-",
                seen("string_agg(coalesce(drafter, '-'), ',' order by number)", "versions", ""));
    }

    @Test
    void versions_know_what_they_changed() throws SQLException {
        assertEquals("[\"plan\"]", seen("changed::text", "versions", " and number = 2"));
    }

    @Test
    void a_signed_document_is_as_fixed_as_before() {
        assertThrows(SQLException.class, () -> run("""
            alter table documents.documents no force row level security;
            update documents.documents set warnings = '[1]' where signed_at is not null;
            """));
    }

    @Test
    void rows_are_as_hidden_from_their_owner_as_before() throws SQLException {
        assertEquals("true", text("""
            select bool_and(c.relrowsecurity and c.relforcerowsecurity)::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = 'documents' and c.relname <> 'schema_history'
            """));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Of the one account, as only the owner of a table may read it. */
    private String seen(String column, String table, String condition) throws SQLException {
        run("alter table documents." + table + " no force row level security");
        return text("select " + column + " from documents." + table + " where account_id = '" + ana.account() + "'"
                + condition);
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(MigrationTest.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
