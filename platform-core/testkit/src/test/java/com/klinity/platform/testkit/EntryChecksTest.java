package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row cannot be made into another one whose hash is the same, not even by the owner of the table. */
@Tag("LG-3")
class EntryChecksTest {

    private static final String REFUSED = "23514";
    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Practitioner ANA = SERVER.practitioner();

    static {
        ANA.post("/v1/notes", "{\"text\":\"x\"}");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = (occurred_at::timestamp::text || ' BC')::timestamp at time zone 'UTC'",
                "occurred_at = '1999-12-31 23:59:59.999999+00'",
                "occurred_at = '-infinity'",
                "resource_ids = resource_ids || null::uuid",
                "resource_ids = null::uuid || resource_ids",
                "resource_ids = '{NULL}'",
                "resource_ids = '{NULL,NULL}'",
                "resource_ids = '{{NULL}}'",
                "resource_ids = array[resource_ids]",
                "resource_ids = array[array[gen_random_uuid()], array[gen_random_uuid()]]",
                "resource_ids = ('[0:0]={' || resource_ids[1] || '}')::uuid[]",
                "resource_ids = ('[2:2]={' || resource_ids[1] || '}')::uuid[]"
            })
    void an_entry_cannot_become_one_of_the_same_text(String change) {
        assertEquals(
                REFUSED, refusal("update audit.entries set " + change + " where account_id = '" + ANA.account() + "'"));
    }

    @Test
    void nor_can_one_be_added() {
        assertEquals(
                REFUSED,
                refusal("insert into audit.entries select '" + ANA.account()
                        + "', 99, now(), '', '', '', '', '{NULL}', '', gen_random_uuid(), '', ''"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = '2000-01-01 00:00:00+00'",
                "occurred_at = '9999-12-31 23:59:59+00'",
                "resource_ids = '{}'",
                "resource_ids = resource_ids || gen_random_uuid()"
            })
    void what_has_a_text_of_its_own_can_be_written(String change) throws SQLException {
        try (Connection owner = SERVER.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "update audit.entries set " + change + " where account_id = '" + ANA.account() + "'"));
            owner.rollback();
        }
    }

    private static String refusal(String sql) {
        return assertThrows(SQLException.class, () -> commit(sql)).getSQLState();
    }

    private static void commit(String sql) throws SQLException {
        try (Connection owner = SERVER.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
