package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database lets out of the audit log, whoever asks and whatever they say. */
@Tag("LG-4")
@Tag("RT-1")
class RetirementTest {

    private static final String OLD = "6 years 1 day";
    private static final String YOUNG = "6 years -1 days";

    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void entries_of_six_years_and_a_day_leave() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD, "0").witnessed(2);
        assertEquals("done", chain.retire(2));
        assertEquals(List.of("3", "4"), chain.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {YOUNG, "6 years -1 minutes", "5 years 364 days", "0", "-1 days"})
    void a_younger_entry_stays_and_all_before_it(String age) {
        OldChain chain = OldChain.of(SERVER, OLD, age).witnessed(2);
        assertEquals("young", chain.retire(2));
        assertEquals(List.of("1", "2"), chain.entries());
    }

    @Test
    void an_old_entry_after_a_young_one_stays_as_after_a_clock_was_set_back() {
        OldChain chain = OldChain.of(SERVER, OLD, YOUNG, "7 years").witnessed(3);
        assertEquals("young", chain.retire(3));
        assertEquals(3, chain.entries().size());
    }

    @Test
    void an_entry_stays_in_every_time_zone_until_it_is_old_in_utc() {
        OldChain chain = OldChain.of(SERVER, "6 years -10 minutes").witnessed(1);
        String everywhere = """
            select distinct audit.retire('%s', 1, decode('%s', 'hex')) || ' ' || current_setting('timezone') from (
                select set_config('timezone', name, true) as zone from pg_timezone_names order by name offset 0) z
            where zone is not null
            """.formatted(chain.account(), chain.digest(1));
        List<String> answers = chain.run(DatabaseRole.RETENTION, everywhere);
        assertTrue(answers.size() > 300, answers::toString);
        assertEquals(
                List.of(),
                answers.stream().filter(answer -> !answer.startsWith("young ")).toList());
    }

    @Test
    void the_rest_of_the_chain_still_follows_and_says_what_left() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD, "0").witnessed(2);
        String digest = chain.digest(2);
        chain.retire(2);
        Chain.of(SERVER, chain.account()).verify();
        assertEquals(
                List.of("klinity_retention  delete AuditEvent {} success {\"first\": 1, \"last\": 2, \"archive\": \""
                        + digest + "\"}"),
                chain.run(
                        DatabaseRole.SUPERUSER,
                        "select concat_ws(' ', user_id, ip_address, action, resource_type, resource_ids::text, outcome,"
                                + " details) from audit.entries where account_id = ? and sequence = 4",
                        chain.account()));
    }

    @Test
    void a_whole_log_can_leave_and_the_next_entry_follows_it() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        assertEquals("done", chain.retire(2));
        SERVER.practitioner(chain.account()).get("/v1/notes");
        assertEquals(List.of("3", "4"), chain.entries());
        Chain.of(SERVER, chain.account()).verify();
    }

    @Test
    void what_is_left_can_leave_when_its_time_has_come() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD, OLD).witnessed(1).witnessed(3);
        assertEquals("done", chain.retire(1));
        assertEquals("done", chain.retire(3));
        assertEquals(List.of("4", "5"), chain.entries());
        Chain.of(SERVER, chain.account()).verify();
    }

    @Test
    void what_no_checkpoint_names_stays() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD, OLD).witnessed(3);
        assertEquals("unwitnessed", chain.retire(2));
        assertEquals(3, chain.entries().size());
    }

    @Test
    void what_the_witness_does_not_have_yet_stays() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).checkpoint(2, false);
        assertEquals("unwitnessed", chain.retire(2));
        assertEquals(2, chain.entries().size());
        chain.run(DatabaseRole.SUPERUSER, "delete from audit.checkpoints where witnessed_at is null");
    }

    @Test
    void another_accounts_checkpoint_does_not_count() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD);
        OldChain.of(SERVER, OLD, OLD).witnessed(2);
        assertEquals("unwitnessed", chain.retire(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entries set outcome = 'x' where account_id = ? and sequence = 1",
                "update audit.entries set hash = sha256(hash) where account_id = ? and sequence = 2",
                "delete from audit.entries where account_id = ? and sequence = 1",
                "update audit.checkpoint_heads set hash = sha256(hash) where account_id = ?"
            })
    void a_chain_that_is_not_the_witnessed_one_stays_as_evidence(String change) {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        chain.run(DatabaseRole.SUPERUSER, change, chain.account());
        int left = chain.entries().size();
        assertEquals("broken", chain.retire(2));
        assertEquals(left, chain.entries().size());
    }

    @Test
    void whoever_cannot_name_the_archive_has_not_written_it() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(1).witnessed(2);
        assertEquals("unlike", chain.retire(2, "00".repeat(32)));
        assertEquals("unlike", chain.retire(2, chain.digest(1)));
        assertEquals("unlike", chain.retire(2, OldChain.of(SERVER, OLD, OLD).digest(2)));
        assertEquals(2, chain.entries().size());
    }

    @Test
    void a_second_time_nothing_happens() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        String digest = chain.digest(2);
        chain.retire(2, digest);
        assertEquals("gone", chain.retire(2, digest));
        assertEquals("gone", chain.retire(1, digest));
        assertEquals(List.of("3"), chain.entries());
    }

    @Test
    void of_many_at_once_one_does_it() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        String digest = chain.digest(2);
        List<CompletableFuture<String>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> chain.retire(2, digest), AT_ONCE))
                .toList();
        List<String> answers =
                all.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(List.of("done", "gone", "gone", "gone", "gone", "gone"), answers);
        assertEquals(List.of("3"), chain.entries());
        Chain.of(SERVER, chain.account()).verify();
    }

    @Test
    void requests_meanwhile_lose_no_entry() {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        Practitioner ana = SERVER.practitioner(chain.account());
        List<CompletableFuture<Answer>> requests = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ana.get("/v1/notes"), AT_ONCE))
                .toList();
        assertEquals("done", chain.retire(2));
        Set<String> answered = new TreeSet<>();
        requests.forEach(request -> answered.add(request.join().header("X-Request-Id")));
        Chain rest = Chain.of(SERVER, chain.account());
        rest.verify();
        assertEquals(41, rest.requests().size());
        Set<String> logged =
                new TreeSet<>(rest.requests().stream().map(Object::toString).toList());
        assertTrue(logged.containsAll(answered), logged::toString);
    }

    @Test
    void the_log_outlives_its_account_and_leaves_by_the_same_rule() {
        OldChain chain = OldChain.of(SERVER, OLD, YOUNG).witnessed(1).witnessed(2);
        SERVER.practitioner(chain.account()).delete("/v1/account");
        new Behind(SERVER).awaitErasure(chain.account());
        int kept = chain.entries().size();
        assertEquals("young", chain.retire(2));
        assertEquals(kept, chain.entries().size());
        assertEquals("done", chain.retire(1));
        assertEquals("2", chain.entries().getFirst());
        Chain.of(SERVER, chain.account()).verify();
    }

    @ParameterizedTest
    @Tag("LG-3")
    @EnumSource(
            value = DatabaseRole.class,
            names = {"APP", "OPERATOR"})
    void nobody_but_the_retention_role_takes_anything_out(DatabaseRole role) {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        String digest = chain.digest(2);
        assertEquals(
                "42501",
                assertThrows(IllegalStateException.class, () -> chain.retire(role, 2, digest))
                        .getMessage());
        assertEquals(2, chain.entries().size());
    }

    @ParameterizedTest
    @Tag("LG-3")
    @ValueSource(
            strings = {
                "delete from audit.entries where occurred_at < now() - interval '6 years'",
                "truncate audit.entries",
                "update audit.bases set sequence = 1",
                "insert into audit.bases select account_id, sequence, hash from audit.heads"
            })
    void not_even_the_retention_role_takes_old_entries_out_by_hand(String sql) {
        OldChain chain = OldChain.of(SERVER, OLD, OLD).witnessed(2);
        assertEquals(
                "42501",
                assertThrows(IllegalStateException.class, () -> chain.run(DatabaseRole.RETENTION, sql))
                        .getMessage());
    }

    @Test
    @Tag("AC-9")
    void the_retention_role_sees_of_the_installation_only_the_log() {
        OldChain chain = OldChain.of(SERVER, OLD);
        Stream.of("notes.notes", "identity.users", "platform.jobs", "platform.seal_secret", "platform.core_keys")
                .map(table -> assertThrows(
                        IllegalStateException.class, () -> chain.run(DatabaseRole.RETENTION, "select * from " + table)))
                .forEach(refused -> assertEquals("42501", refused.getMessage()));
    }
}
