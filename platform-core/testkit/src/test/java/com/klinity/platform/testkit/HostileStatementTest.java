package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.DatabaseRole;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL can do that comes from a feature, or from somebody who found the app role's password. */
@Tag("AC-1")
class HostileStatementTest {

    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), new StatementModule()).start();
    private static final UUID VICTIM = UUID.randomUUID();
    private static final String MARK = "what only the victim may read";

    static {
        assertEquals(
                201,
                SERVER.practitioner(VICTIM)
                        .post("/v1/notes", "{\"text\":\"" + MARK + "\"}")
                        .status());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another account, by the setting that holds it
                "select set_config('klinity.account_id', 'VICTIM', true) as answer",
                "set klinity.account_id = 'VICTIM'",
                "select 'x' as answer; set local klinity.account_id = 'VICTIM'",
                "select platform.enter(cast('x' as bytea), 'VICTIM', now()) as answer",
                "select platform.enter_core(cast('x' as bytea)) as answer",
                "select platform.seal_secret(cast('x' as bytea)) as answer",
                "select secret as answer from platform.seal_secret",
                "select verifier as answer from platform.core_keys",
                // another role, or none
                "reset role",
                "set role klinity_owner",
                "set session authorization klinity_owner",
                // out of the transaction, and so past the audit entry
                "commit",
                "rollback",
                "select 'x' as answer; commit",
                // text that runs as a statement
                "do 'begin end'",
                "call platform.isolate('notes.notes')",
                "select query_to_xml('select text from notes.notes', true, true, '') as answer",
                "select ts_stat('select text from notes.notes') as answer",
                // what stays in the session for the next account
                "create temporary table stash as select 1",
                "select 1 as answer into temporary stash",
                "prepare stash as select 1",
                "listen stash",
                // what others would wait for
                "select cast(pg_try_advisory_lock(1) as text) as answer",
                "select cast(pg_catalog.pg_advisory_xact_lock(1, 0) as text) as answer",
                "select cast(PG_ADVISORY_LOCK_SHARED(1) as text) as answer",
                // spellings that hide a name
                "select text as answer from \"notes\".\"notes\"",
                "select text as answer from notes/**/.notes",
                "select text as answer from notes . notes",
                "select U&'x' as answer",
                "select $$x$$ as answer",
                "select E'x' as answer",
                // another feature's tables, in the caller's own account
                "select text as answer from notes.notes",
                "with n as (select text from notes.notes) select text as answer from n",
                "select details as answer from audit.entries",
                "select payload as answer from platform.jobs",
                "copy notes.notes to stdout",
                "table notes.notes",
                // what outlives its transaction, or its session
                "update pg_settings set setting = 'off' where name = 'row_security'",
                "update pg_catalog.pg_settings set setting = '1' where name = 'work_mem'",
                "with s as (update pg_settings set setting = 'off' returning name) select name as answer from s",
                "select cast(lo_from_bytea(0, cast('x' as bytea)) as text) as answer",
                "select cast(lo_creat(-1) as text) as answer",
                "select cast(lo_import('/etc/passwd') as text) as answer",
                "select pg_notify('stash', 'x') as answer",
                "select nextval('stash') as answer",
                "select setseed(0.5) as answer",
                // other sessions, files, the catalogue
                "select pg_terminate_backend(pid) as answer from pg_stat_activity",
                "select cast(pg_cancel_backend(1) as text) as answer",
                "select query as answer from pg_stat_activity",
                "select cast(pg_sleep(60) as text) as answer",
                "select pg_read_file('/etc/passwd') as answer",
                "select cast('notes.notes' as regclass) as answer",
                "select 'notes.notes'::regclass::text as answer",
                "select table_name as answer from information_schema.tables",
                "select pg_export_snapshot() as answer",
                "select cast(ctid as text) as answer from identity.users",
                "select current_setting('klinity.account_id') as answer",
                "select current_user as answer",
                // functions of the core that are another feature's
                "select cast(identity.sign_out(now()) as text) as answer",
                "select cast(platform.bury_account() as text) as answer",
                "select cast(audit.checkpoint_leaves(1) as text) as answer"
            })
    @Tag("AC-9")
    void a_feature_cannot_run(String statement) {
        Practitioner caller = SERVER.practitioner();
        Answer answer = caller.post(
                "/v1/query",
                "text/plain",
                statement.replace("VICTIM", VICTIM.toString()).getBytes(StandardCharsets.UTF_8));
        assertEquals(500, answer.status(), answer::toString);
        assertFalse(answer.text().contains(MARK), answer::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entries set outcome = 'success'",
                "delete from audit.entries",
                "update identity.users set banned_at = null",
                "update identity.users set signed_out_at = null",
                "update identity.users set email = 'thief@example.org'",
                "with u as (update identity.users set deleted_at = now() returning id) select id from u",
                "insert into identity.users (id) values ('00000000-0000-0000-0000-000000000001')",
                "insert into identity.settings default values",
                "update pg_settings set setting = 'off' where name = 'row_security'",
                "delete from pg_largeobject",
                "delete from identity.users",
                "update platform.jobs set payload = '{}'",
                "delete from notes.notes"
            })
    @Tag("AC-9")
    void a_feature_cannot_change_what_is_not_its_own(String statement) {
        Answer answer =
                SERVER.practitioner().post("/v1/change", "text/plain", statement.getBytes(StandardCharsets.UTF_8));
        assertEquals(500, answer.status(), answer::toString);
    }

    @Test
    void a_feature_still_runs_what_it_may() {
        Answer answer = SERVER.practitioner()
                .post("/v1/query", "text/plain", "select 'a;b' as answer".getBytes(StandardCharsets.UTF_8));
        assertEquals("[\"a;b\"]", answer.text());
    }

    @Test
    void the_app_role_alone_cannot_set_itself_to_an_account() throws SQLException {
        try (Connection app = transaction()) {
            assertEquals("0", ask(app, "select count(*) from notes.notes"));
            ask(app, "select set_config('klinity.account_id', '" + VICTIM + "', true)");
            refused(app, "select count(*) from notes.notes");
        }
    }

    @Test
    void a_seal_is_worth_nothing_in_another_transaction() throws SQLException {
        try (Connection app = SERVER.connectIn(VICTIM)) {
            assertEquals("1", ask(app, "select count(*) from notes.notes"));
            String sealed = ask(app, "select current_setting('klinity.account_id')");
            app.commit();
            ask(app, "select set_config('klinity.account_id', '" + sealed + "', true)");
            refused(app, "select count(*) from notes.notes");
        }
    }

    @Test
    void the_app_role_alone_cannot_open_an_account() throws SQLException {
        try (Connection app = transaction()) {
            refused(app, "select platform.enter('\\x00', '" + VICTIM + "', now())");
        }
    }

    @Test
    @Tag("LG-3")
    void the_app_role_alone_cannot_append_to_the_log() throws SQLException {
        try (Connection app = transaction()) {
            refused(
                    app,
                    "select audit.append('\\x00', array['" + VICTIM
                            + "']::uuid[], array['u'], array[''], array['read'], array['Note'], array['{}'],"
                            + " array['success'], array[gen_random_uuid()], array[''], true)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update identity.users set signed_out_at = null",
                "update identity.users set deleted_at = null",
                "update identity.users set email = 'thief@example.org'",
                "insert into identity.users (id) values (gen_random_uuid())"
            })
    @Tag("AC-9")
    void the_app_role_changes_no_row_of_an_account_even_inside_it(String statement) throws SQLException {
        try (Connection app = SERVER.connectIn(VICTIM)) {
            refused(app, statement + " returning id");
        }
    }

    /** What PostgreSQL gives to everybody, and its superuser can take. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select lo_from_bytea(0, 'x')",
                "select lo_creat(-1)",
                "select lo_get(1)",
                "select pg_terminate_backend(0)",
                "select pg_cancel_backend(0)",
                "select query_to_xml('select 1', true, true, '')",
                "select table_to_xml('pg_class', true, true, '')",
                "select ts_stat('select 1')",
                "update pg_settings set setting = '1MB' where name = 'work_mem'"
            })
    @Tag("AC-9")
    void the_app_role_alone_has_no_right_that_nobody_needs(String statement) throws SQLException {
        try (Connection app = transaction()) {
            refused(app, statement);
        }
    }

    @Test
    void the_app_role_sees_no_job_of_anybody() throws SQLException {
        try (Connection app = transaction()) {
            assertEquals("0", ask(app, "select count(*) from platform.jobs"));
        }
    }

    private static Connection transaction() throws SQLException {
        Connection app = SERVER.connect(DatabaseRole.APP);
        app.setAutoCommit(false);
        return app;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void refused(Connection connection, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> ask(connection, sql));
        assertEquals("42501", refusal.getSQLState());
    }
}
