package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a caller sees of a streamed answer that fails, before its first byte and after it. */
class FailingStreamTest {

    private static final AtomicReference<TestServer> CUT_OFF = new AtomicReference<>();
    private static final AtomicReference<DatabaseOutage> OUTAGE = new AtomicReference<>();

    private static final TestServer SERVER = TestServer.of(new LiveModule(Map.of(
                    "unstorable", FailingStreamTest::unstorable,
                    "broken", FailingStreamTest::broken,
                    "refused", FailingStreamTest::refused,
                    "late", FailingStreamTest::late,
                    "empty", (out, reads) -> {})))
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_database_that_is_gone_before_the_first_byte_is_a_503() throws SQLException {
        LiveModule cutOff = new LiveModule(Map.of("cut-off", FailingStreamTest::cutOff));
        try (TestServer server = TestServer.of(cutOff).start()) {
            CUT_OFF.set(server);
            Answer answer = server.practitioner().get("/v1/live/cut-off");
            OUTAGE.get().close();
            assertEquals(503, answer.status(), answer::toString);
            assertEquals("5", answer.header("Retry-After"));
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertNull(answer.header("Content-Disposition"));
        }
    }

    @Test
    void a_value_that_the_database_cannot_hold_is_a_400() {
        assertEquals(400, SERVER.practitioner().get("/v1/live/unstorable").status());
    }

    @Test
    void any_other_fault_of_the_database_is_a_500_that_names_the_request() {
        Answer answer = SERVER.practitioner().get("/v1/live/broken");
        assertEquals(500, answer.status());
        assertEquals(
                answer.header("X-Request-Id"), answer.json().path("requestId").asString());
    }

    @Test
    void a_refusal_before_the_first_byte_is_told() {
        assertEquals(404, SERVER.practitioner().get("/v1/live/refused").status());
    }

    @Test
    void a_fault_after_the_first_byte_cuts_the_connection() {
        Practitioner ana = SERVER.practitioner();
        assertThrows(UncheckedIOException.class, () -> ana.get("/v1/live/late"));
    }

    @Test
    void an_answer_without_a_byte_is_whole() {
        Answer answer = SERVER.practitioner().get("/v1/live/empty");
        assertEquals(200, answer.status());
        assertEquals("attachment", answer.header("Content-Disposition"));
    }

    private static void cutOff(OutputStream out, Reads reads) {
        try {
            OUTAGE.set(DatabaseOutage.of(CUT_OFF.get()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(reads, "select 1 as n");
    }

    private static void unstorable(OutputStream out, Reads reads) {
        run(reads, "select cast('yesterweek' as date) as n");
    }

    private static void broken(OutputStream out, Reads reads) {
        run(reads, "select 1 / (random() * 0)::int as n");
    }

    private static void refused(OutputStream out, Reads reads) {
        throw Refusal.notFound();
    }

    private static void late(OutputStream out, Reads reads) throws IOException {
        out.write(new byte[1 << 16]);
        run(reads, "select cast('yesterweek' as date) as n");
    }

    private static void run(Reads reads, String sql) {
        reads.in(scope -> scope.sql(sql).list(row -> row.number("n")));
    }
}
