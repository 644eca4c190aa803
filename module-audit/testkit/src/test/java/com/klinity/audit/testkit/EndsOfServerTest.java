package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.klinity.platform.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens before a stop is witnessed at the stop, or at the next start. */
@Tag("LG-3")
class EndsOfServerTest {

    private final InMemoryWitnessProvider provider = new InMemoryWitnessProvider();
    private final InMemoryWitness witness = provider.witness();
    private final TestServer server = TestServer.of(new AuditModule())
            .adapter(provider)
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT1H")
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_stop_gives_the_witness_what_happened() {
        server.practitioner().get("/v1/audit/events.csv");
        server.close();
        assertEquals(1, witness.last().orElse(0));
    }

    @Test
    void a_stop_waits_for_no_witness_that_is_away_and_the_next_start_gives_it_everything() {
        server.practitioner().get("/v1/audit/events.csv");
        witness.failWith(Code.UNAVAILABLE);
        long before = System.nanoTime();
        server.close();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, () -> "the stop took " + took);
        witness.recover();
        assertEquals(0, witness.last().orElse(0));
        try (TestServer next = server.sibling()) {
            next.await(() -> witness.last().orElse(0) == 1);
        }
    }
}
