package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A feature's own trigger leaves things in the session, which no statement of a feature can. */
@Tag("AC-1")
class LeftInSessionTest {

    private static final int NOTES = 6;

    private static final TestServer SERVER = TestServer.of(new NotesModule())
            .setting("klinity.database.pool-size", "2")
            .start();

    @BeforeAll
    static void makeATriggerThatLeavesThings() throws SQLException {
        try (Connection owner = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                create function notes.leave() returns trigger language plpgsql as $$
                begin
                    new.text := concat_ws(' ', nullif(current_setting('stash.account', true), ''),
                        (select 'listens' from pg_listening_channels()),
                        (select 'cursor' from pg_cursors where name = 'left_open'),
                        nullif(current_setting('work_mem'), '4MB'), current_setting('application_name'));
                    perform set_config('stash.account', new.account_id::text, false);
                    perform set_config('work_mem', '7MB', false);
                    perform set_config('application_name', 'stash', false);
                    perform pg_advisory_lock(4711);
                    listen stash;
                    execute 'declare left_open cursor with hold for select 1';
                    return new;
                end $$;
                create trigger leave before insert on notes.notes for each row execute function notes.leave();
                """);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_next_accounts_work_finds_nothing() {
        Set<String> found = IntStream.range(0, NOTES)
                .mapToObj(i -> SERVER.practitioner())
                .map(each -> each.post("/v1/notes", "{\"text\":\"x\"}")
                        .json()
                        .path("id")
                        .asString())
                .map(id -> new Behind(SERVER).text("select text from notes.notes where id = ?", UUID.fromString(id)))
                .collect(Collectors.toSet());
        assertEquals(Set.of("klinity"), found);
    }

    @Test
    void nobody_waits_for_a_lock_that_was_left() {
        SERVER.practitioner().post("/v1/notes", "{\"text\":\"x\"}");
        assertEquals(
                0,
                new Behind(SERVER)
                        .number(
                                "select count(*) from pg_locks where locktype = 'advisory' and cast(? as uuid) is not"
                                        + " null",
                                UUID.randomUUID()));
    }
}
