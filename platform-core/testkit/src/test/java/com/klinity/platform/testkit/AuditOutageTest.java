package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.AuditOutage.Cause;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose audit log cannot be written: it serves and stores nothing, says so, and comes back by itself. */
@Tag("LG-2")
class AuditOutageTest {

    /** For a connection, the writer and a lock, one after the other, and what a busy machine adds. */
    private static final long BOUND = TimeUnit.SECONDS.toNanos(20);

    private static final String MARK = "what must not leave";
    private static final String NOTE = "{\"text\":\"" + MARK + "\"}";
    private static final int PAIRS = 12;

    private static final TestServer SERVER = TestServer.of(new NotesModule())
            .setting("klinity.database.pool-size", "8")
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_patient_data_is_served(Cause cause) throws Exception {
        Practitioner ana = SERVER.practitioner();
        String note = ana.post("/v1/notes", NOTE).location();
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            crowd(List.of(() -> ana.get(note), () -> ana.get("/v1/notes"), () -> ana.get("/v1/notes/all")), outage);
        }
        assertEquals(MARK, ana.get(note).json().path("text").asString());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_stored(Cause cause) throws Exception {
        Practitioner ana = SERVER.practitioner();
        Answer created = ana.post("/v1/notes", NOTE);
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            crowd(
                    List.of(
                            () -> post(ana),
                            () -> ana.patch(created.location(), created.etag(), "{\"text\":\"other\"}")),
                    outage);
        }
        assertEquals(1, new Behind(SERVER).notes(ana.account()));
        assertEquals(MARK, ana.get(created.location()).json().path("text").asString());
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_that_cannot_be_written_down_is_not_told(Cause cause) throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            refused(() -> ana.get("/v1/notes/" + UUID.randomUUID()), outage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crowd_is_answered_in_time_and_leaves_no_entry_afterwards(Cause cause) throws Exception {
        Practitioner ana = SERVER.practitioner();
        String note = ana.post("/v1/notes", NOTE).location();
        List<Answer> answers;
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            answers = crowd(
                    Collections.nCopies(PAIRS, List.<Supplier<Answer>>of(() -> ana.get(note), () -> post(ana))).stream()
                            .flatMap(List::stream)
                            .toList(),
                    outage);
        }
        assertEquals(200, ana.get(note).status());
        List<UUID> logged = Chain.of(SERVER, ana.account()).requests();
        assertTrue(answers.stream().noneMatch(answer -> logged.contains(requestId(answer))), logged::toString);
        assertEquals(List.of("create", "read"), actions(ana));
    }

    @ParameterizedTest
    @EnumSource
    void the_server_is_not_ready_until_the_cause_ends(Cause cause) throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        assertEquals("200 {\"status\":\"UP\"}", ready());
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            refused(() -> post(ana), outage);
            assertEquals("503 {\"status\":\"DEGRADED\",\"because\":[\"audit-log\"]}", ready());
            assertEquals(
                    "503 {\"status\":\"DEGRADED\",\"because\":[\"audit-log\"]}",
                    ready(),
                    "asking again makes it no better");
        }
        assertEquals("200 {\"status\":\"UP\"}", ready());
    }

    @Test
    void a_chain_that_another_session_holds_stops_its_own_account_alone() throws Exception {
        Practitioner ana = SERVER.practitioner();
        Practitioner ben = SERVER.practitioner();
        String note = ana.post("/v1/notes", NOTE).location();
        String other = ben.post("/v1/notes", NOTE).location();
        try (AuditOutage outage = AuditOutage.ofChain(SERVER, ana)) {
            crowd(List.of(() -> ana.get(note), () -> post(ana)), outage);
            assertEquals(200, ben.get(other).status());
            assertEquals("200 {\"status\":\"UP\"}", ready());
        }
        assertEquals(200, ana.get(note).status());
        assertEquals(List.of("create", "read"), actions(ana));
    }

    @Test
    void asking_whether_the_log_can_be_written_writes_nothing() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        try (AuditOutage outage = AuditOutage.of(SERVER, Cause.THE_FUNCTION_IS_REVOKED)) {
            refused(() -> post(ana), outage);
        }
        assertEquals("200 {\"status\":\"UP\"}", ready());
        assertEquals(List.of("read"), actions(ana));
    }

    /** A server that waits for nobody's answer any more writes down no answer. */
    @Test
    void who_was_refused_for_having_waited_too_long_leaves_no_entry_later() throws Exception {
        Practitioner ana = SERVER.practitioner();
        Practitioner ben = SERVER.practitioner();
        String note = ana.post("/v1/notes", NOTE).location();
        String other = ben.post("/v1/notes", NOTE).location();
        try (AuditOutage outage = AuditOutage.ofSlowness(SERVER);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> ana.get(note));
            SERVER.await(outage::isSlow);
            refused(() -> ben.get(other), outage);
            assertEquals(503, first.get().status());
        }
        assertEquals(200, ben.get(other).status());
        assertEquals(List.of("create", "read"), actions(ben));
    }

    private static Answer post(Practitioner who) {
        return who.post("/v1/notes", NOTE);
    }

    /** Told in time that it cannot be done now, and nothing else. */
    private static Answer refused(Supplier<Answer> request, AuditOutage outage) {
        long before = System.nanoTime();
        Answer answer = request.get();
        long took = System.nanoTime() - before;
        assertEquals(503, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertFalse(answer.text().contains(MARK), outage::toString);
        assertTrue(took <= BOUND, () -> "took ms " + TimeUnit.NANOSECONDS.toMillis(took));
        return answer;
    }

    /** All at the same time. */
    private static List<Answer> crowd(List<Supplier<Answer>> requests, AuditOutage outage) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = requests.stream()
                    .map(request -> threads.submit(() -> refused(request, outage)))
                    .toList();
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static List<String> actions(Practitioner who) {
        return who.auditEntries().stream().map(AuditLine::action).toList();
    }

    private static UUID requestId(Answer answer) {
        return UUID.fromString(Objects.requireNonNull(answer.header("X-Request-Id")));
    }

    private static String ready() {
        return SERVER.management().get("/health/ready").toString();
    }
}
