package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.embedded.DatabaseRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StagedRouteTest {

    private static final ErrandsModule ERRANDS = new ErrandsModule();
    private static final TestServer SERVER =
            TestServer.of(ERRANDS).adapter(ERRANDS.vendor()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void open() {
        ERRANDS.gate.countDown();
        ERRANDS.gate = new CountDownLatch(0);
    }

    @Test
    @Tag("LG-1")
    void a_call_in_stages_leaves_one_entry() {
        Practitioner ana = SERVER.practitioner();
        assertEquals(201, ana.post("/v1/errands", "{}").status());
        assertEquals(
                List.of("create"),
                ana.auditEntries().stream().map(AuditLine::action).toList());
    }

    @Test
    @Tag("LG-1")
    void what_the_first_stage_wrote_is_taken_back() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/errands", "{}");
        assertEquals(0, jobs(ana.account()));
    }

    @Test
    @Tag("AC-1")
    void the_scope_of_the_first_stage_is_dead_in_the_second() {
        assertEquals(
                500, SERVER.practitioner().post("/v1/errands/scope-in-work").status());
    }

    @Test
    void a_repeat_by_its_key_does_not_do_the_work_again() {
        Practitioner ana = SERVER.practitioner();
        Answer first = keyed(ana, "once");
        int reached = ERRANDS.reached.get();
        Answer again = keyed(ana, "once");
        assertArrayEquals(first.bytes(), again.bytes());
        assertEquals(reached, ERRANDS.reached.get());
    }

    @Test
    void a_repeat_that_comes_while_the_first_is_at_work_is_refused() {
        Practitioner ana = SERVER.practitioner();
        CompletableFuture<Answer> first = atWork(ana, "twice");
        Answer second = keyed(ana, "twice");
        ERRANDS.gate.countDown();
        assertEquals(409, second.status(), second::toString);
        assertEquals(201, first.join().status());
    }

    @Test
    void a_key_whose_first_call_failed_is_free_again() {
        Practitioner ana = SERVER.practitioner();
        Answer refused = SERVER.withToken(ana.token())
                .send("POST", "/v1/errands/scope-in-work", BodyPublishers.noBody(), "Idempotency-Key", "failed");
        assertEquals(500, refused.status());
        assertEquals(201, keyed(ana, "failed").status());
    }

    @Test
    @Tag("AC-6")
    void who_is_suspended_while_a_call_is_at_work_gets_no_record() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.post("/v1/errands", "{}");
        CompletableFuture<Answer> first = atWork(ana, "suspended");
        suspend(ana.account());
        ERRANDS.gate.countDown();
        assertEquals(403, first.join().status());
    }

    @Test
    void an_answer_that_cannot_be_made_is_not_said_to_have_stored_nothing() {
        Answer answer = SERVER.practitioner().get("/v1/errands/torn");
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("Nothing was stored"), answer.text());
    }

    private static CompletableFuture<Answer> atWork(Practitioner who, String key) {
        ERRANDS.gate = new CountDownLatch(1);
        int before = ERRANDS.reached.get();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> keyed(who, key));
        SERVER.await(() -> ERRANDS.reached.get() > before);
        return first;
    }

    private static Answer keyed(Practitioner who, String key) {
        return who.send("POST", "/v1/errands", BodyPublishers.ofString("{}"), "Idempotency-Key", key);
    }

    private static long jobs(UUID account) throws SQLException {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from platform.jobs where account_id = ?")) {
            statement.setObject(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void suspend(UUID account) throws SQLException {
        try (Connection operator = SERVER.connect(DatabaseRole.OPERATOR);
                PreparedStatement update =
                        operator.prepareStatement("update identity.users set banned_at = now() where id = ?")) {
            update.setObject(1, account);
            assertEquals(1, update.executeUpdate());
        }
    }
}
