package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointDocument.Head;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a running server tells its witness. */
@Tag("LG-3")
class CheckpointsTest {

    private final InMemoryWitnessProvider provider = new InMemoryWitnessProvider();
    private final InMemoryWitness witness = provider.witness();
    private final TestServer server = TestServer.of(new AuditModule())
            .adapter(provider)
            // One day, as the first checkpoint of each is another.
            .clock(InstantSource.fixed(Instant.now()))
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT0.05S")
            .start();
    private final Practitioner ana = server.practitioner();
    private final Practitioner bob = server.practitioner();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_head_that_changed_is_witnessed() {
        ana.get("/v1/audit/events.csv");
        ana.get("/v1/audit/events.csv");
        awaitWitnessed(ana, 2);
    }

    @Test
    void checkpoints_are_signed_and_each_follows_the_one_before() {
        act(ana, 1);
        act(bob, 1);
        act(ana, 2);
        Seen heads = read();
        assertEquals(List.of(), heads.faults());
        assertTrue(heads.last() >= 3);
        assertEquals(1, sequence(heads, bob));
    }

    @Test
    void a_checkpoint_has_the_heads_that_changed_alone() {
        act(ana, 1);
        act(bob, 1);
        assertEquals(
                List.of(bob.account()),
                document(witness.last().orElseThrow()).heads().stream()
                        .map(Head::account)
                        .toList());
    }

    @Test
    void the_first_of_a_day_covers_all_chains() {
        act(ana, 1);
        assertTrue(document(1).note().complete());
        act(bob, 1);
        assertFalse(document(2).note().complete());
    }

    @Test
    void a_witness_that_was_away_gets_what_it_missed_and_requests_are_served_meanwhile() {
        act(ana, 1);
        witness.failWith(Code.UNAVAILABLE);
        assertEquals(200, ana.get("/v1/audit/events.csv").status());
        assertEquals(200, bob.get("/v1/audit/events.csv").status());
        witness.recover();
        awaitWitnessed(ana, 2);
        awaitWitnessed(bob, 1);
        assertEquals(List.of(), read().faults());
    }

    @Test
    void a_new_witness_begins_with_all_heads() {
        act(ana, 1);
        act(bob, 1);
        server.close();
        LongStream.rangeClosed(1, witness.last().orElseThrow()).forEach(witness::forget);
        try (TestServer second = server.sibling()) {
            second.practitioner(bob.account()).get("/v1/audit/events.csv");
            awaitWitnessed(bob, 2);
            awaitWitnessed(ana, 1);
        }
        assertEquals(List.of(), read().faults());
    }

    @Test
    void two_servers_make_one_sequence() {
        try (TestServer second = server.sibling()) {
            for (int i = 1; i <= 5; i++) {
                act(ana, i);
                assertEquals(
                        200,
                        second.practitioner(bob.account())
                                .get("/v1/audit/events.csv")
                                .status());
                awaitWitnessed(bob, i);
            }
        }
        assertEquals(List.of(), read().faults());
        assertEquals(
                LongStream.rangeClosed(1, witness.last().orElseThrow()).boxed().toList(),
                LongStream.rangeClosed(1, witness.last().orElseThrow())
                        .filter(number -> witness.read(number).isPresent())
                        .boxed()
                        .toList());
    }

    @Test
    void a_database_that_was_set_back_tells_the_witness_nothing_more() throws SQLException {
        act(ana, 1);
        act(ana, 2);
        long last = witness.last().orElseThrow();
        sql("delete from audit.checkpoints where number = " + last);
        sql("delete from audit.checkpoint_heads where checkpoint = " + last);
        bob.get("/v1/audit/events.csv");
        awaitRound();
        assertEquals(last, witness.last().orElseThrow());
        assertEquals(0, sequence(read(), bob));
    }

    @ParameterizedTest
    @EnumSource(names = {"APP", "OPERATOR", "RETENTION"})
    void whatever_a_role_may_hold_keeps_nothing_from_the_witness(DatabaseRole role) throws SQLException {
        try (Connection holder = server.connect(role);
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select pg_advisory_lock('audit.checkpoints'::regclass::int, 0)");
            statement.execute("lock table audit.checkpoints, audit.checkpoint_heads, audit.heads in access share mode");
            act(ana, 1);
            assertEquals(1, sequence(read(), ana));
        }
    }

    private void act(Practitioner practitioner, long entries) {
        assertEquals(200, practitioner.get("/v1/audit/events.csv").status());
        awaitWitnessed(practitioner, entries);
    }

    private void awaitWitnessed(Practitioner practitioner, long entries) {
        server.await(() -> sequence(read(), practitioner) == entries);
    }

    private static long sequence(Seen seen, Practitioner practitioner) {
        return seen.sequence(practitioner.account());
    }

    private Seen read() {
        SigningKeyFile key = new SigningKeyFile(server.dataDirectory().resolve("audit/signing-key.pem"), false);
        return Seen.by(witness, key.publicKeys());
    }

    private CheckpointDocument document(long number) {
        return witness.read(number).flatMap(CheckpointDocument::of).orElseThrow();
    }

    /** Until a whole round has been made, from its beginning. */
    private void awaitRound() {
        long before = witness.asked();
        server.await(() -> witness.asked() > before + 1);
    }

    private void sql(String sql) throws SQLException {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
