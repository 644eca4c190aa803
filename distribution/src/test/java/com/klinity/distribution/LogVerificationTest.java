package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.testkit.InMemoryWitnessProvider;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code klinity audit verify} on a database that its owner has tampered with, hashes included. */
@Tag("LG-3")
class LogVerificationTest {

    /** Makes every hash of an account anew from an entry on, as the database itself would. */
    private static final String REWRITE = """
        do $$
        declare
            e audit.entries; previous bytea;
        begin
            select hash into previous from audit.entries where account_id = 'ACCOUNT' and sequence = FROM - 1;
            for e in select * from audit.entries where account_id = 'ACCOUNT' and sequence >= FROM order by sequence loop
                update audit.entries set hash = audit.link(coalesce(previous, decode(repeat('00', 32), 'hex')), e)
                where account_id = e.account_id and sequence = e.sequence returning hash into previous;
            end loop;
            update audit.heads set sequence = (select max(sequence) from audit.entries where account_id = 'ACCOUNT'),
                hash = previous where account_id = 'ACCOUNT';
        end $$
        """;

    private final InMemoryWitnessProvider witness = new InMemoryWitnessProvider();
    private final StringWriter out = new StringWriter();
    private final TestServer server = TestServer.of(new AuditModule())
            .adapter(witness)
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT0.05S")
            .start();
    private final Practitioner ana = server.practitioner();

    @BeforeEach
    void witnessFourEntries() {
        for (int i = 0; i < 4; i++) {
            assertEquals(200, ana.get("/v1/audit/events.csv").status());
        }
        server.await(() -> verify() == 0 && told("witness      memory, checkpoint") && witnessed() == 4);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_log_that_nobody_touched_verifies_beside_the_running_server() {
        assertEquals(0, verify());
        assertTrue(told("entries      4") && told("verified     yes"), out::toString);
    }

    @Test
    void a_changed_byte_is_found_and_its_entry_named() throws SQLException {
        tamper("update audit.entries set outcome = 'succesS' where account_id = 'ACCOUNT' and sequence = 2");
        assertFound("entry 2 does not follow entry 1");
    }

    @Test
    void a_removed_entry_is_found() throws SQLException {
        tamper("delete from audit.entries where account_id = 'ACCOUNT' and sequence = 3");
        assertFound("entry 4 does not follow entry 2");
    }

    @Test
    void a_changed_entry_is_found_where_every_hash_after_it_was_made_anew() throws SQLException {
        tamper("update audit.entries set user_id = 'x' where account_id = 'ACCOUNT' and sequence = 4;" + rewrite(4));
        assertFound("is not the one that checkpoint");
    }

    @Test
    void a_chain_that_was_written_anew_is_found_although_it_has_grown_and_was_witnessed_since() throws SQLException {
        tamper("update audit.entries set user_id = 'x' where account_id = 'ACCOUNT' and sequence = 2;" + rewrite(2));
        assertEquals(200, ana.get("/v1/audit/events.csv").status());
        server.await(() -> witnessed() == 5);
        assertFound("saw: the chain was written anew");
    }

    @Test
    void an_era_that_the_hash_does_not_cover_is_found() throws SQLException {
        tamper("alter table audit.entries drop constraint entries_of_our_time;"
                + " update audit.entries set occurred_at = (to_char(occurred_at at time zone 'UTC',"
                + " 'YYYY-MM-DD HH24:MI:SS.US') || ' UTC BC')::timestamptz"
                + " where account_id = 'ACCOUNT' and sequence = 2");
        assertFound("entry 2 does not follow entry 1");
    }

    @Test
    void a_null_among_the_ids_that_the_hash_does_not_cover_is_found() throws SQLException {
        tamper("alter table audit.entries drop constraint entries_name_each_id;"
                + " update audit.entries set resource_ids = resource_ids || null::uuid"
                + " where account_id = 'ACCOUNT' and sequence = 2");
        assertFound("entry 2 does not follow entry 1");
    }

    @Test
    void a_function_of_the_database_has_no_say_in_the_check() throws SQLException {
        tamper("create or replace function audit.utc(moment timestamptz) returns text language sql immutable"
                + " as $f$ select '2026-01-01T00:00:00.000000Z' $f$");
        out.getBuffer().setLength(0);
        assertEquals(0, verify(), out::toString);
    }

    @Test
    void a_truncated_tail_is_found_where_the_head_was_set_back_too() throws SQLException {
        tamper("delete from audit.entries where account_id = 'ACCOUNT' and sequence > 2;" + rewrite(2));
        assertFound("entry 3 is missing; checkpoint");
    }

    @Test
    void an_account_whose_log_is_gone_altogether_is_found() throws SQLException {
        tamper("delete from audit.entries where account_id = 'ACCOUNT';"
                + " delete from audit.heads where account_id = 'ACCOUNT'");
        assertFound("entry 1 is missing; checkpoint");
    }

    @Test
    void an_older_state_of_the_database_is_found() throws SQLException {
        server.close();
        tamper("delete from audit.entries where account_id = 'ACCOUNT' and sequence > 2;" + rewrite(2)
                + "; delete from audit.checkpoint_heads; delete from audit.checkpoints");
        assertFound("it was set back to an older state, or made anew");
    }

    @Test
    void a_checkpoint_that_the_witness_lost_is_found() {
        assertEquals(200, ana.get("/v1/audit/events.csv").status());
        server.await(() -> witnessed() == 5);
        server.close();
        witness.witness().forget(1);
        assertFound("checkpoint 1 is missing at the witness");
    }

    @Test
    void a_witness_that_has_nothing_any_more_is_found() {
        server.close();
        LongStream.rangeClosed(1, witness.witness().last().orElseThrow()).forEach(witness.witness()::forget);
        assertFound("the witness ends at checkpoint 0, and the database knows");
    }

    private void assertFound(String what) {
        out.getBuffer().setLength(0);
        assertEquals(1, verify());
        assertTrue(told("broken") && told(what), out::toString);
    }

    private int verify() {
        PrintWriter writer = new PrintWriter(out);
        return LogVerification.run(server.operatorLaunch(), Optional.empty(), 1, writer);
    }

    private boolean told(String what) {
        return out.toString().contains(what);
    }

    private long witnessed() {
        return count("select coalesce(max(sequence), 0) from audit.checkpoint_heads h join audit.checkpoints c"
                + " on c.number = h.checkpoint where c.witnessed_at is not null");
    }

    private static String rewrite(int from) {
        return REWRITE.replace("FROM", Integer.toString(from));
    }

    private void tamper(String sql) throws SQLException {
        try (Connection owner = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = owner.createStatement()) {
            statement.execute(sql.replace("ACCOUNT", ana.account().toString()));
        }
    }

    private long count(String sql) {
        try (Connection owner = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
