package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server killed alone and with its database, where the image is there; and whether a loss would be seen. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("LG-1")
@Tag("LG-2")
class CrashTest {

    private static final Path IMAGE =
            Path.of("..", "target", "klinity").toAbsolutePath().normalize();

    /** Of which the first kill is the server's, the second its database's as well. */
    private static final long SEED = 2;

    private @Nullable CrashRun started;

    private List<String> findings = List.of("it was not run");

    @BeforeAll
    void crash(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) {
        assumeTrue(Files.isExecutable(IMAGE.resolve("bin/klinity")), "the image is not built");
        CrashPlan plan = new CrashPlan();
        plan.image = IMAGE;
        plan.seed = SEED;
        plan.kills = 2;
        plan.writers = 8;
        plan.accounts = 2;
        CrashRun run = new CrashRun(plan, folder, line -> {});
        started = run;
        findings = run.run();
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void every_answer_has_its_entry_and_every_write_is_whole_or_absent() {
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_in_the_database_is_found(Damage damage) throws SQLException {
        CrashRun run = run();
        run.postgres().execute(damage.sql());
        assertNotEquals(List.of(), run.findings(SnapshotQuery.read(run.postgres())), damage.name());
        run.postgres().admin().rollback();
        assertEquals(List.of(), run.findings(SnapshotQuery.read(run.postgres())), "it came from the damage");
    }

    private CrashRun run() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** What a server that loses or invents something would leave. Each needs only what signing up has made. */
    enum Damage {
        A_ROW_IS_GONE("delete from appointments.patients where id = (select id from appointments.patients limit 1)"),
        A_CHANGE_IS_LOST("update appointments.patients set version = 1, notes = 'old' where id ="
                + " (select id from appointments.patients order by version desc limit 1)"),
        A_ROW_CAME_FROM_NOWHERE(
                "insert into appointments.patients (account_id, id, name, notes, created_at, updated_at) select"
                    + " account_id, gen_random_uuid(), name, 'new', now(), now() from appointments.patients limit 1"),
        AN_ENTRY_IS_GONE("delete from audit.entries where sequence = 2"),
        /**
         * As a transaction would leave it that forgot its entry: the chain itself is good. It ends before its last write
         * and not its last entry, which may be a read that nobody was told of.
         */
        THE_LAST_WRITE_WAS_NEVER_ENTERED("""
            delete from audit.entries e using (
                select account_id, max(sequence) as last from audit.entries
                where action in ('create', 'update', 'delete') and resource_type in ('Patient', 'Appointment')
                group by account_id) w
            where e.account_id = w.account_id and e.sequence >= w.last;
            update audit.heads h set sequence = e.sequence, hash = e.hash
            from (select distinct on (account_id) account_id, sequence, hash from audit.entries
                order by account_id, sequence desc) e
            where e.account_id = h.account_id\
            """),
        AN_ENTRY_IS_THERE_TWICE("""
            select audit.extend(array[account_id], array[user_id], array[ip_address], array[action], array[resource_type],
                array[resource_ids::text], array[outcome], array[request_id], array[details], true)
            from (select * from audit.entries where action = 'create' and resource_type = 'Patient' limit 1) e\
            """),
        AN_ENTRY_SAYS_SOMETHING_ELSE("update audit.entries set ip_address = '203.0.113.9' where sequence = 2"),
        A_HEAD_IS_BEHIND("update audit.heads set sequence = sequence - 1");

        private final String sql;

        Damage(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }
}
