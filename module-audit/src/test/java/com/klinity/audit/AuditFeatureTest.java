package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditFeatureTest {

    private static final TestServer SERVER = TestServer.of(new AuditModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void entries_are_listed_in_their_order_page_by_page() {
        Practitioner ana = withEntries(3);
        JsonNode first = ana.get("/v1/audit/events?limit=2").json();
        assertEquals(2, first.at("/items/1/sequence").asInt());
        String cursor = first.path("nextCursor").asString();
        JsonNode second = ana.get("/v1/audit/events?limit=2&cursor=" + cursor).json();
        assertEquals(3, second.at("/items/0/sequence").asInt());
        assertTrue(second.path("nextCursor").isNull());
    }

    @Test
    @Tag("LG-1")
    void an_entry_says_who_when_from_where_and_what() {
        Practitioner ana = withEntries(1);
        JsonNode entry = ana.get("/v1/audit/events").json().at("/items/0");
        assertEquals(ana.account().toString(), entry.path("userId").asString());
        assertEquals("127.0.0.1", entry.path("ipAddress").asString());
        assertEquals("export", entry.path("action").asString());
        assertEquals("success", entry.path("outcome").asString());
        assertFalse(entry.path("occurredAt").asString().isEmpty());
    }

    @Test
    void a_filter_leaves_out_what_does_not_match() {
        Practitioner ana = withEntries(2);
        assertEquals(2, items(ana.get("/v1/audit/events?action=export&resourceType=AuditEvent")));
        assertEquals(0, items(ana.get("/v1/audit/events?action=delete")));
        assertEquals(0, items(ana.get("/v1/audit/events?from=2999-01-01T00:00:00Z")));
        assertEquals(2, items(ana.get("/v1/audit/events?to=2999-01-01T00:00:00Z")));
    }

    @Test
    @Tag("AC-1")
    void nobody_sees_entries_of_another_account() {
        withEntries(1);
        assertEquals(0, items(SERVER.practitioner().get("/v1/audit/events")));
    }

    @Test
    @Tag("LG-5")
    void the_export_verifies_offline_and_names_itself() throws IOException {
        Practitioner ana = withEntries(11);
        Answer csv = ana.get("/v1/audit/events.csv");
        assertEquals("text/csv; charset=utf-8; header=present", csv.header("Content-Type"));
        OfflineVerifier.Report report = OfflineVerifier.verify(new ByteArrayInputStream(csv.bytes()));
        assertEquals(Optional.empty(), report.firstBroken());
        assertEquals(12, report.entries());
    }

    @Test
    @Tag("LG-5")
    void the_export_of_an_account_that_began_suspended_verifies() throws IOException, SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/audit/events");
        suspended(ana, true);
        suspended(ana, false);
        Answer csv = ana.get("/v1/audit/events.csv");
        OfflineVerifier.Report report = OfflineVerifier.verify(new ByteArrayInputStream(csv.bytes()));
        assertEquals(Optional.empty(), report.firstBroken());
        assertEquals(3, report.entries());
    }

    @Test
    void integrity_of_an_untouched_log_is_verified() {
        JsonNode integrity = withEntries(12).get("/v1/audit/integrity").json();
        assertTrue(integrity.path("verified").asBoolean());
        assertEquals(12, integrity.path("entries").asInt());
    }

    @Test
    @Tag("LG-3")
    void an_entry_changed_behind_the_servers_back_is_named() throws SQLException {
        Practitioner ana = withEntries(3);
        tamper("update audit.entries set ip_address = '10.0.0.1' where sequence = 2 and account_id = '" + ana.account()
                + "'");
        JsonNode integrity = ana.get("/v1/audit/integrity").json();
        assertFalse(integrity.path("verified").asBoolean());
        assertEquals(2, integrity.at("/firstBroken/sequence").asInt());
    }

    @Test
    @Tag("LG-3")
    void an_entry_missing_at_the_end_is_named() throws SQLException {
        Practitioner ana = withEntries(3);
        tamper("delete from audit.entries where sequence = 3 and account_id = '" + ana.account() + "'");
        assertEquals(
                3,
                ana.get("/v1/audit/integrity")
                        .json()
                        .at("/firstBroken/sequence")
                        .asInt());
    }

    @ParameterizedTest
    @Tag("LG-3")
    @ValueSource(
            strings = {
                "update audit.entries set action = 'x'",
                "delete from audit.entries",
                "truncate audit.entries",
                "insert into audit.entries select * from audit.entries",
                "update audit.heads set sequence = 0",
                "drop table audit.entries",
                "alter table audit.entries disable row level security"
            })
    void the_role_that_serves_requests_cannot_change_the_log(String sql) throws SQLException {
        try (Connection app = SERVER.connect(DatabaseRole.APP);
                Statement statement = app.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "resourceId=1", "limit=0", "limit=201", "cursor=!", "unknown=1"})
    void a_malformed_query_is_a_400(String query) {
        assertEquals(400, SERVER.practitioner().get("/v1/audit/events?" + query).status());
    }

    /** Each export of the log is itself an entry. */
    private static Practitioner withEntries(int count) {
        Practitioner ana = SERVER.practitioner();
        for (int i = 0; i < count; i++) {
            ana.get("/v1/audit/events.csv");
        }
        return ana;
    }

    private static void suspended(Practitioner ana, boolean suspended) throws SQLException {
        try (Connection operator = SERVER.connect(DatabaseRole.OPERATOR);
                PreparedStatement call =
                        operator.prepareStatement("select platform.set_suspended(?, ?, '', gen_random_uuid())")) {
            call.setObject(1, ana.account());
            call.setBoolean(2, suspended);
            call.execute();
        }
    }

    private static int items(Answer answer) {
        assertEquals(200, answer.status(), answer::toString);
        return answer.json().path("items").size();
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection superuser = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
