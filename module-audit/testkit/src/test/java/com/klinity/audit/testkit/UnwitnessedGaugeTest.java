package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Those who run the server see for how long its log has not been witnessed. */
@Tag("LG-3")
class UnwitnessedGaugeTest {

    private static final String NAME = "klinity_audit_unwitnessed_seconds ";

    private final InMemoryWitnessProvider provider = new InMemoryWitnessProvider();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final TestServer server = TestServer.of(new AuditModule())
            .adapter(provider)
            .clock(now::get)
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT0.05S")
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_grows_while_the_witness_is_away_and_ends_with_it() {
        awaitReads("0.0");
        provider.witness().failWith(Code.UNAVAILABLE);
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
        awaitReads("600.0");
        provider.witness().recover();
        awaitReads("0.0");
    }

    @Test
    void it_grows_when_the_witness_has_another_history() {
        awaitReads("0.0");
        provider.witness().keep(7, new byte[] {1});
        awaitRound();
        server.practitioner().get("/v1/audit/events.csv");
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
        awaitRound();
        assertReads("600.0");
        assertTrue(provider.witness().read(1).isEmpty(), "a witness of another history was told of this one");
    }

    @Test
    void it_grows_while_another_server_stays_at_a_checkpoint() throws SQLException {
        awaitReads("0.0");
        try (Connection other = server.connect(DatabaseRole.SUPERUSER)) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("select from audit.checkpoint_turns for update");
            }
            awaitRound();
            now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
            awaitRound();
            assertReads("600.0");
            other.rollback();
        }
        awaitReads("0.0");
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_away() {
        awaitReads("0.0");
        provider.witness().failWith(Code.UNAVAILABLE);
        awaitRound();
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
        assertReads("600.0");
        now.updateAndGet(before -> before.minus(Duration.ofHours(3)));
        assertReads("600.0");
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(1)));
        assertReads("660.0");
    }

    /** Until a whole round has been made, from its beginning. */
    private void awaitRound() {
        long before = provider.witness().asked();
        server.await(() -> provider.witness().asked() > before + 1);
    }

    private void awaitReads(String seconds) {
        server.await(() -> reads(seconds));
    }

    private void assertReads(String seconds) {
        assertTrue(reads(seconds), server.management().get("/metrics")::text);
    }

    private boolean reads(String seconds) {
        return server.management().get("/metrics").text().contains("\n" + NAME + seconds + "\n");
    }
}
