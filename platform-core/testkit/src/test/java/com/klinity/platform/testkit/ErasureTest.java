package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to a deleted account's data, whatever fails on the way. */
class ErasureTest {

    private static final CupboardModule CUPBOARD = new CupboardModule();
    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), CUPBOARD).start();
    private static final Behind BEHIND = new Behind(SERVER);

    private static final String ATTEMPTS =
            "select coalesce(max(attempts), 0) from platform.jobs where account_id = ? and topic = 'platform.erasure'";

    private static final String MANY = """
        insert into notes.notes (account_id, id, text)
        select id, gen_random_uuid(), 'many' from identity.users, generate_series(1, 2500) where id = ?
        """;

    private final Practitioner ana = SERVER.practitioner();
    private final UUID account = ana.account();
    private final CountDownLatch writes = new CountDownLatch(1);

    @AfterEach
    void nobody_waits_any_longer() {
        writes.countDown();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Tag("RT-4")
    void every_row_of_the_account_goes() {
        note(ana);
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(0, BEHIND.notes(account));
    }

    @Test
    @Tag("AC-1")
    @Tag("AC-7")
    void another_accounts_rows_stay() {
        Practitioner bob = SERVER.practitioner();
        note(bob);
        note(ana);
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(1, BEHIND.notes(bob.account()));
    }

    @Test
    @Tag("RT-4")
    void answers_kept_for_repeated_requests_go() {
        ana.send(
                "POST",
                "/v1/notes",
                BodyPublishers.ofString("{\"text\":\"x\"}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "once");
        assertEquals(1, answersKept());
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(0, answersKept());
    }

    @Test
    @Tag("RT-4")
    void what_is_outside_goes_while_its_rows_can_still_be_read() {
        note(ana);
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(1, CUPBOARD.notesSeen(account));
    }

    @Test
    @Tag("AC-7")
    @Tag("LG-1")
    void each_step_leaves_an_entry_in_the_accounts_chain() {
        note(ana);
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(
                List.of(
                        deletion("Account", List.of(account), "{\"erasure\":\"requested\"}"),
                        deletion("Cupboard", List.of(), "{\"feature\":\"cupboard\",\"holder\":\"Carpenter Ltd\"}"),
                        deletion("Notes", List.of(), "{\"feature\":\"notes\",\"rows\":\"1\"}"),
                        deletion(
                                "Requests that may be repeated",
                                List.of(),
                                "{\"feature\":\"platform\",\"rows\":\"0\"}"),
                        deletion("Account", List.of(account), "{\"erasure\":\"completed\"}")),
                ana.auditEntries().stream().skip(1).toList());
    }

    @Test
    @Tag("AC-7")
    void all_its_entries_carry_the_id_of_the_request_that_asked() {
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(
                1, BEHIND.number("select count(distinct request_id) from audit.entries where account_id = ?", account));
    }

    @Test
    @Tag("AC-7")
    void many_rows_go_in_portions_each_with_its_entry() throws SQLException {
        ana.get("/v1/notes");
        BEHIND.change(MANY, account);
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertEquals(
                List.of("1000", "1000", "500"),
                ana.auditEntries().stream()
                        .filter(entry -> entry.resourceType().equals("Notes"))
                        .map(entry -> entry.details().replaceAll(".*\"rows\":\"(\\d+)\".*", "$1"))
                        .toList());
    }

    @Test
    @Tag("AC-7")
    void a_vendor_that_is_down_is_asked_again_until_it_has_done_its_part() {
        CUPBOARD.lock(account);
        assertEquals(202, ana.delete("/v1/account").status());
        SERVER.await(() -> BEHIND.number(ATTEMPTS, account) >= 2);
        assertFalse(CUPBOARD.isErased(account));
        CUPBOARD.unlock(account);
        BEHIND.awaitErasure(account);
        assertTrue(CUPBOARD.isErased(account));
    }

    @Test
    @Tag("RT-4")
    void rows_that_the_vendors_feature_builds_on_wait_for_it_and_the_others_go() {
        note(ana);
        CUPBOARD.lock(account);
        ana.delete("/v1/account");
        SERVER.await(() -> ana.auditEntries().getLast().resourceType().equals("Requests that may be repeated"));
        assertEquals(1, BEHIND.notes(account));
        CUPBOARD.unlock(account);
        BEHIND.awaitErasure(account);
        assertEquals(0, BEHIND.notes(account));
    }

    @Test
    @Tag("AC-7")
    void a_failure_in_the_middle_of_the_rows_loses_nothing_and_repeats_nothing() throws SQLException {
        ana.get("/v1/notes");
        BEHIND.change(MANY, account);
        BEHIND.change("""
            create function notes.stuck() returns trigger language plpgsql as $$
            begin
                if (select count(*) from notes.notes n where n.account_id = old.account_id) <= 1300 then
                    raise exception 'stuck';
                end if;
                return old;
            end $$;
            create trigger stuck before delete on notes.notes
                for each row when (old.account_id = '%s') execute function notes.stuck();
            select ?
            """.formatted(account), account);
        ana.delete("/v1/account");
        SERVER.await(() -> BEHIND.number(ATTEMPTS, account) >= 2);
        assertEquals(1500, BEHIND.notes(account));
        BEHIND.change("drop trigger stuck on notes.notes; drop function notes.stuck; select ?", account);
        BEHIND.awaitErasure(account);
        assertEquals(0, BEHIND.notes(account));
        assertEquals(
                1,
                ana.auditEntries().stream()
                        .filter(entry -> entry.resourceType().equals("Cupboard"))
                        .count());
    }

    @Test
    @Tag("AC-7")
    void another_server_goes_on_where_one_stops() {
        CountDownLatch never = new CountDownLatch(1);
        CupboardModule first = new CupboardModule();
        CupboardModule second = new CupboardModule();
        TestServer stopping = TestServer.of(new NotesModule(), first).start();
        Behind behind = new Behind(stopping);
        Practitioner eve = stopping.practitioner();
        note(eve);
        first.slow(eve.account(), never);
        eve.delete("/v1/account");
        stopping.await(() -> first.waits(eve.account()));
        stopping.close();
        assertEquals(1, behind.notes(eve.account()));
        try (TestServer next = TestServer.of(new NotesModule(), second)
                .setting("klinity.database.url", behind.database())
                .start()) {
            next.await(() -> behind.jobs(eve.account()) == 0);
        }
        assertEquals(0, behind.notes(eve.account()));
        assertTrue(second.isErased(eve.account()));
    }

    @Test
    @Tag("AC-7")
    void a_request_that_was_admitted_before_the_deletion_leaves_nothing_behind() {
        ana.get("/v1/notes");
        CUPBOARD.slow(account, writes);
        CompletableFuture<Answer> late = CompletableFuture.supplyAsync(() -> ana.post("/v1/slow-notes"));
        SERVER.await(() -> CUPBOARD.waits(account));
        ana.delete("/v1/account");
        SERVER.await(() -> BEHIND.number("""
            select count(*) from pg_stat_activity, platform.jobs
            where account_id = ? and attempts > 0 and datname = current_database() and query like '%at_work_since%'
                and usename = 'klinity_app'
            """, account) > 0);
        writes.countDown();
        assertEquals(204, late.join().status());
        BEHIND.awaitErasure(account);
        assertEquals(0, BEHIND.notes(account));
    }

    @Test
    @Tag("AC-1")
    @Tag("AC-7")
    void a_request_of_another_account_that_does_not_end_delays_nothing() {
        Practitioner bob = SERVER.practitioner();
        CUPBOARD.slow(bob.account(), writes);
        note(ana);
        CompletableFuture<Answer> unfinished = CompletableFuture.supplyAsync(() -> bob.post("/v1/slow-notes"));
        SERVER.await(() -> CUPBOARD.waits(bob.account()));
        ana.delete("/v1/account");
        BEHIND.awaitErasure(account);
        assertFalse(unfinished.isDone());
        writes.countDown();
        assertEquals(204, unfinished.join().status());
        assertEquals(0, BEHIND.notes(account));
    }

    private long answersKept() {
        return BEHIND.number("select count(*) from platform.idempotency where account_id = ?", account);
    }

    private static AuditLine deletion(String resource, List<UUID> ids, String details) {
        return new AuditLine("delete", resource, ids, "success", details);
    }

    private static void note(Practitioner who) {
        who.post("/v1/notes", "{\"text\":\"a note\"}");
    }
}
