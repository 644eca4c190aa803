package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_created_resource_can_be_read_back() {
        Practitioner ana = SERVER.practitioner();
        Answer created = ana.post("/v1/notes", "{\"text\":\"héllo\"}");
        assertEquals(201, created.status(), created::toString);
        Answer read = ana.get(created.location());
        assertEquals("héllo", read.json().path("text").asString());
    }

    @Test
    @Tag("AC-1")
    void another_accounts_id_answers_exactly_as_an_id_that_never_existed() {
        String theirs =
                SERVER.practitioner().post("/v1/notes", "{\"text\":\"x\"}").id();
        Practitioner ana = SERVER.practitioner();
        Answer foreign = ana.get("/v1/notes/" + theirs);
        Answer unknown = ana.get("/v1/notes/" + UUID.randomUUID());
        assertEquals(404, foreign.status());
        assertEquals(withoutRequestId(unknown), withoutRequestId(foreign));
    }

    @Test
    @Tag("LG-1")
    void every_access_leaves_one_entry_with_the_ids_it_touched() {
        Practitioner ana = SERVER.practitioner();
        UUID id = UUID.fromString(ana.post("/v1/notes", "{\"text\":\"x\"}").id());
        ana.get("/v1/notes/" + id);
        ana.get("/v1/notes");
        List<AuditLine> entries = ana.auditEntries();
        assertEquals(
                List.of("create", "read", "read"),
                entries.stream().map(AuditLine::action).toList());
        assertTrue(entries.stream().allMatch(entry -> entry.resourceIds().equals(List.of(id))));
    }

    @Test
    @Tag("LG-1")
    void a_refusal_of_a_known_account_leaves_an_entry_with_its_outcome() {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes/" + UUID.randomUUID());
        assertEquals("not-found", ana.auditEntries().getLast().outcome());
    }

    @Test
    @Tag("LG-1")
    void an_account_whose_first_call_ever_is_refused_has_an_entry_about_it() {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/notes", "{}");
        assertEquals(
                List.of("invalid-fields"),
                ana.auditEntries().stream().map(AuditLine::outcome).toList());
    }

    @Test
    @Tag("LG-2")
    void nothing_is_served_or_stored_while_the_audit_log_cannot_be_written() throws SQLException {
        try (TestServer server = TestServer.of(new NotesModule()).start()) {
            Practitioner ana = server.practitioner();
            String id = ana.post("/v1/notes", "{\"text\":\"x\"}").id();
            asOwner(server, "revoke execute on function audit.append from klinity_app");
            assertTrue(ana.get("/v1/notes/" + id).status() >= 500);
            assertTrue(ana.post("/v1/notes", "{\"text\":\"y\"}").status() >= 500);
            asOwner(server, "grant execute on function audit.append to klinity_app");
            assertEquals(1, ana.get("/v1/notes").json().path("items").size());
        }
    }

    @Test
    @Tag("AC-6")
    void a_suspension_bites_on_the_next_request() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        assertEquals(200, ana.get("/v1/notes").status());
        try (Connection operator = SERVER.connect(DatabaseRole.OPERATOR);
                var update = operator.prepareStatement("update identity.users set banned_at = now() where id = ?")) {
            update.setObject(1, ana.account());
            assertEquals(1, update.executeUpdate());
        }
        assertEquals(403, ana.get("/v1/notes").status());
        assertEquals("suspended", ana.auditEntries().getLast().outcome());
    }

    @Test
    @Tag("AU-3")
    void a_bad_token_is_refused_before_the_database_is_asked() {
        Answer refused = SERVER.withToken("not.a.token").get("/v1/whoami");
        assertEquals(401, refused.status());
        assertEquals("Bearer error=\"invalid_token\"", refused.header("WWW-Authenticate"));
    }

    @Test
    void a_call_without_a_token_is_refused() {
        assertEquals(401, SERVER.anonymous().get("/v1/whoami").status());
    }

    @Test
    void an_expired_token_is_refused() {
        String old = TestIssuer.token(UUID.randomUUID(), Instant.now().minusSeconds(7200));
        assertEquals(401, SERVER.withToken(old).get("/v1/whoami").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":1}",
                "{\"text\":[\"a\"]}",
                "{\"text\":\"a\",\"other\":1}",
                "{\"text\":\"a\"} more",
                "{\"text\":\"\\u0000\"}",
                "{\"text\":\"\\ud800\"}"
            })
    void a_body_of_another_shape_is_a_400(String body) {
        Answer answer = SERVER.practitioner().post("/v1/notes", body);
        assertEquals(400, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":null}"})
    void a_body_that_breaks_a_rule_is_a_422_that_points_to_the_field(String body) {
        Answer answer = SERVER.practitioner().post("/v1/notes", body);
        assertEquals(422, answer.status());
        assertEquals("/text", answer.json().at("/errors/0/pointer").asString());
    }

    @Test
    void a_body_of_another_type_is_a_415() {
        assertEquals(
                415,
                SERVER.practitioner()
                        .post("/v1/notes", "text/plain", new byte[1])
                        .status());
    }

    @Test
    void a_body_over_a_megabyte_is_a_413() {
        String long_ = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
        assertEquals(413, SERVER.practitioner().post("/v1/notes", long_).status());
    }

    @Test
    void a_method_that_no_route_declares_is_a_405_with_those_that_do() {
        Answer answer = SERVER.practitioner().delete("/v1/notes/" + UUID.randomUUID());
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD, PATCH", answer.header("Allow"));
    }

    @Test
    void an_unknown_path_is_a_404() {
        assertEquals(404, SERVER.practitioner().get("/v1/nothing").status());
    }

    @Test
    void a_change_needs_the_current_etag() {
        Practitioner ana = SERVER.practitioner();
        Answer created = ana.post("/v1/notes", "{\"text\":\"one\"}");
        String path = "/v1/notes/" + created.id();
        assertEquals(
                428,
                ana.send("PATCH", path, BodyPublishers.ofString("{}"), "Content-Type", "application/merge-patch+json")
                        .status());
        assertEquals(200, ana.patch(path, created.etag(), "{\"text\":\"two\"}").status());
        assertEquals(
                412, ana.patch(path, created.etag(), "{\"text\":\"three\"}").status());
        assertEquals("two", ana.get(path).json().path("text").asString());
    }

    @Test
    void a_live_answer_reads_on_after_the_entry_is_written() {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/notes", "{\"text\":\"one\"}");
        ana.post("/v1/notes", "{\"text\":\"two\"}");
        assertEquals("one\ntwo\n", ana.get("/v1/notes/all").text());
        assertEquals("export", ana.auditEntries().getLast().action());
    }

    @Test
    void a_mistake_of_the_server_tells_nothing() {
        Answer answer = SERVER.anonymous().get("/v1/broken");
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("nobody"), answer.text());
    }

    @Test
    void every_answer_has_a_request_id_and_is_not_stored() {
        Answer answer = SERVER.practitioner().get("/v1/notes");
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(36, String.valueOf(answer.header("X-Request-Id")).length());
    }

    private static String withoutRequestId(Answer answer) {
        return answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static void asOwner(TestServer server, String sql) throws SQLException {
        try (Connection owner = server.connect(DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
