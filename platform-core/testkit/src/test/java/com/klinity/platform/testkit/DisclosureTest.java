package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.testkit.AuditOutage.Cause;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to a vendor is in the log before, whatever becomes of the call; and what cannot be logged does not go. */
@Tag("LG-1")
@Tag("LG-2")
class DisclosureTest {

    private static final int CONNECTIONS = 4;
    private static final int CROWD = 5 * CONNECTIONS;

    private static final String DURABLE = """
        select count(*) from audit.entries where action = 'disclose' and resource_ids = array[cast(? as uuid)]
        """;

    /** By parcel, how many entries another connection sees at the moment at which the vendor gets it. */
    private static final Map<UUID, Long> ARRIVED = new ConcurrentHashMap<>();

    private static final CourierModule COURIER = new CourierModule(DisclosureTest::arrived);
    private static final TestServer SERVER = TestServer.of(COURIER, new NotesModule())
            .setting("klinity.database.pool-size", Integer.toString(CONNECTIONS))
            .start();

    private final Practitioner ana = SERVER.practitioner();
    private final UUID parcel = UUID.randomUUID();
    private final String path = "/v1/parcels/" + parcel;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void arrived(UUID parcel) {
        ARRIVED.put(parcel, new Behind(SERVER).number(DURABLE, parcel));
    }

    @Test
    void it_is_durable_before_the_vendor_is_called() {
        known();
        assertEquals(200, ana.post(path).status());
        assertEquals(1, ARRIVED.get(parcel));
    }

    @Test
    void it_tells_what_to_whom_how_much_and_a_hash() {
        known();
        ana.post(path);
        assertEquals(
                new AuditLine(
                        "disclose",
                        "Parcel",
                        List.of(parcel),
                        "success",
                        "{\"adapter\":\"courier\",\"bytes\":\"7\",\"sha256\":\"" + CourierModule.SHA256
                                + "\",\"vendor\":\"Courier Ltd\"}"),
                ana.auditEntries().get(1));
        Chain.of(SERVER, ana.account()).verify();
    }

    @Test
    void it_belongs_to_the_request_that_made_it() {
        known();
        ana.post(path);
        List<UUID> requests = Chain.of(SERVER, ana.account()).requests();
        assertEquals(requests.get(1), requests.get(2));
    }

    @Test
    void it_stays_when_the_request_is_rolled_back() {
        known();
        assertEquals(409, ana.post(path + "/lost").status());
        assertEquals(List.of("disclose success", "create lost"), newest(2));
    }

    @Test
    void a_call_that_reads_discloses_as_well() {
        assertEquals(200, ana.get(path).status());
        assertEquals(List.of("disclose success", "read success"), newest(2));
        assertEquals(1, ARRIVED.get(parcel));
    }

    @Test
    @Tag("AC-6")
    void nothing_goes_for_an_account_that_may_not_act() throws SQLException {
        known();
        new Behind(SERVER).change("update identity.users set banned_at = now() where id = ?", ana.account());
        assertEquals(403, ana.get(path).status());
        assertFalse(ARRIVED.containsKey(parcel));
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_written_down_does_not_go(Cause cause) throws SQLException {
        known();
        try (AuditOutage outage = AuditOutage.of(SERVER, cause)) {
            assertEquals(503, ana.post(path).status(), outage::toString);
            assertEquals(503, ana.get(path).status(), outage::toString);
        }
        assertFalse(ARRIVED.containsKey(parcel));
        assertEquals(200, ana.post(path).status());
    }

    @Test
    void callers_that_hold_every_connection_do_not_wait_for_each_other() throws Exception {
        List<Practitioner> many =
                IntStream.range(0, CROWD).mapToObj(i -> SERVER.practitioner()).toList();
        many.forEach(one -> one.get("/v1/notes"));
        awaitConnectionForDisclosures(many.getFirst());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = many.stream()
                    .map(one -> threads.submit(() -> one.post("/v1/parcels/" + UUID.randomUUID())))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertEquals(200, answer.get().status());
            }
        }
    }

    @Test
    void calls_of_one_account_do_not_lose_any() throws Exception {
        known();
        Consumer<Integer> send = i ->
                assertEquals(200, ana.post("/v1/parcels/" + UUID.randomUUID()).status());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = IntStream.range(0, CONNECTIONS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> send.accept(i)))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        }
        assertEquals(1 + 2 * CONNECTIONS, ana.auditEntries().size());
        Chain.of(SERVER, ana.account()).verify();
    }

    @Test
    void a_call_that_would_wait_for_itself_is_a_fault_at_once() {
        known();
        assertEquals(500, ana.post(path + "/late").status(), "503 is the answer after waiting");
        assertFalse(ARRIVED.containsKey(parcel));
    }

    @Test
    void a_job_discloses_before_it_hands_over_and_not_inside_a_scope() {
        known();
        ana.post(path + "/by-job");
        SERVER.await(() -> ARRIVED.containsKey(parcel));
        assertEquals(1, ARRIVED.get(parcel));
        assertEquals(
                List.of("a run has one scope at a time: this one would wait for the other's end"),
                List.copyOf(COURIER.oddities()));
    }

    /** None is kept for long, and a crowd may not wait until the first one is made. */
    private void awaitConnectionForDisclosures(Practitioner known) {
        SERVER.await(() -> known.post(path).status() == 200);
    }

    /** Exists already. */
    private void known() {
        ana.get("/v1/notes");
    }

    private List<String> newest(int count) {
        List<AuditLine> entries = ana.auditEntries();
        return entries.subList(entries.size() - count, entries.size()).stream()
                .map(entry -> entry.action() + " " + entry.outcome())
                .toList();
    }
}
