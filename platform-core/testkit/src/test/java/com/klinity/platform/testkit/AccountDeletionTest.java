package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code DELETE /v1/account} as its caller sees it. */
class AccountDeletionTest {

    private static final CupboardModule CUPBOARD = new CupboardModule();
    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), CUPBOARD).start();
    private static final Behind BEHIND = new Behind(SERVER);

    private final Practitioner ana = SERVER.practitioner();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Tag("AC-7")
    void it_is_accepted_with_a_report_of_the_account() {
        Answer deleted = ana.delete("/v1/account");
        assertEquals(202, deleted.status(), deleted::toString);
        assertEquals(ana.account().toString(), deleted.json().path("accountId").asString());
    }

    @Test
    @Tag("AC-7")
    void the_report_counts_what_is_erased() {
        note(ana);
        note(ana);
        JsonNode notes = line(ana.delete("/v1/account").json().path("data"), "Notes");
        assertEquals(
                "{\"feature\":\"notes\",\"name\":\"Notes\",\"phi\":true,\"outcome\":\"erased\","
                        + "\"retention\":\"While the account is active\",\"rows\":2}",
                notes.toString());
    }

    @Test
    @Tag("AC-7")
    void the_report_says_why_something_is_kept() {
        JsonNode record = line(ana.delete("/v1/account").json().path("data"), "Account record");
        assertEquals("kept", record.path("outcome").asString());
        assertFalse(record.path("reason").asString().isEmpty());
    }

    @Test
    @Tag("RT-4")
    void the_report_names_what_vendors_hold() {
        JsonNode copies = ana.delete("/v1/account").json().path("copies");
        assertEquals(
                "[{\"feature\":\"cupboard\",\"name\":\"Cupboard\",\"phi\":true,\"holder\":\"Carpenter Ltd\","
                        + "\"outcome\":\"erased\"},{\"feature\":\"cupboard\",\"name\":\"Receipts\",\"phi\":false,"
                        + "\"holder\":\"Carpenter Ltd\",\"outcome\":\"kept\",\"reason\":\"They are on paper.\"}]",
                copies.toString());
    }

    @Test
    @Tag("AC-7")
    void a_token_issued_before_is_refused_from_the_next_request_on() {
        ana.get("/v1/notes");
        ana.delete("/v1/account");
        assertEquals(401, ana.get("/v1/notes").status());
    }

    @Test
    @Tag("AC-7")
    void a_second_deletion_is_refused_like_every_other_request() {
        ana.delete("/v1/account");
        assertEquals(401, ana.delete("/v1/account").status());
    }

    @Test
    @Tag("AC-4")
    void a_valid_token_issued_afterwards_does_not_bring_the_account_back() {
        ana.delete("/v1/account");
        BEHIND.awaitErasure(ana.account());
        String later = TestIssuer.token(ana.account(), Instant.now().plusSeconds(5));
        assertEquals(401, SERVER.withToken(later).get("/v1/notes").status());
        assertEquals(401, SERVER.practitioner(ana.account()).get("/v1/notes").status());
    }

    @RepeatedTest(10)
    @Tag("AC-4")
    void first_requests_at_the_moment_of_the_deletion_do_not_bring_the_account_back() throws Exception {
        Callable<Integer> deletion = () -> ana.delete("/v1/account").status();
        Callable<Integer> request = () -> note(ana).status();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all =
                    threads.invokeAll(List.of(request, request, request, deletion, request, request, request));
            assertTrue(all.stream().map(Future::resultNow).allMatch(List.of(201, 202, 401)::contains), all::toString);
        }
        BEHIND.awaitErasure(ana.account());
        assertEquals(401, note(SERVER.practitioner(ana.account())).status());
        assertEquals(0, BEHIND.notes(ana.account()));
    }

    @Test
    @Tag("AC-4")
    void nobody_brings_a_deleted_account_back_in_the_database_either() {
        ana.delete("/v1/account");
        Stream.of("update identity.users set deleted_at = null where id = ?", "delete from identity.users where id = ?")
                .forEach(sql -> assertThrows(SQLException.class, () -> BEHIND.change(sql, ana.account()), sql));
    }

    @Test
    @Tag("AC-7")
    void the_tombstone_takes_no_address_that_is_found_out_late() throws SQLException {
        ana.delete("/v1/account");
        BEHIND.change("update identity.users set email = 'ana@example.org' where id = ?", ana.account());
        assertEquals(
                1,
                BEHIND.number(
                        "select count(*) from identity.users where id = ? and email is null and deleted_at is not null",
                        ana.account()));
    }

    @Test
    @Tag("AC-7")
    void the_accounts_waiting_work_is_withdrawn_at_once() throws SQLException {
        UUID account = ana.account();
        ana.get("/v1/notes");
        BEHIND.change(
                "insert into platform.jobs (id, topic, account_id, subject_id)"
                        + " select id, 'nobody.runs', id, id from identity.users where id = ?",
                account);
        CUPBOARD.lock(account);
        ana.delete("/v1/account");
        assertEquals(
                0,
                BEHIND.number(
                        "select count(*) from platform.jobs where account_id = ? and topic = 'nobody.runs'", account));
        CUPBOARD.unlock(account);
        BEHIND.awaitErasure(account);
    }

    @Test
    @Tag("AC-7")
    void the_request_leaves_one_entry() {
        ana.delete("/v1/account");
        assertEquals(
                new AuditLine("delete", "Account", List.of(ana.account()), "success", "{\"erasure\":\"requested\"}"),
                ana.auditEntries().getFirst());
    }

    @Test
    void a_query_parameter_is_refused_and_deletes_nothing() {
        assertEquals(400, ana.delete("/v1/account?id=" + UUID.randomUUID()).status());
        assertEquals(200, ana.get("/v1/notes").status());
    }

    private static Answer note(Practitioner who) {
        return who.post("/v1/notes", "{\"text\":\"a note\"}");
    }

    private static JsonNode line(JsonNode lines, String name) {
        for (JsonNode line : lines) {
            if (line.path("name").asString().equals(name)) {
                return line;
            }
        }
        throw new AssertionError("no line " + name + " in " + lines);
    }
}
